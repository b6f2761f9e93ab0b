import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { Redirect, Route, Router, Switch, useLocation } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { ActionPage } from "./action";
import { Answer, FaultBoundary } from "./answers";
import { type Begun, type Bridge, CoreProvider, keys, type Opening, useCore } from "./core";
import { OfficeDates } from "./fields";
import { subjectOf } from "./places/paths";
import { EVERY_PLACE, type PlaceName, placePath } from "./places/places";
import { CalendarScreen } from "./screens/calendar/calendar";
import { RecoveryCard } from "./screens/first-start/recovery-card";
import { InformationScreen } from "./screens/information/information";
import { NewRequestScreen } from "./screens/new-request/new-request";
import { ObjectionsScreen } from "./screens/objections/objections";
import { QuestionsScreen } from "./screens/questions/questions";
import { RecordScreen } from "./screens/record/record";
import { RegisterScreen } from "./screens/register/register";
import { RequestScreen } from "./screens/request/request";
import { RequestsScreen } from "./screens/requests/requests";
import { SettingsListScreen } from "./screens/settings/lists";
import { SettingsScreen } from "./screens/settings/settings";
import { TodayScreen } from "./screens/today/today";
import { NewDesk } from "./screens/unlock/new-desk";
import { UnlockScreen } from "./screens/unlock/unlock";
import { ContextMenu } from "./shell/context-menu";
import { listenForKeys } from "./shell/keys";
import { PlaceProvider } from "./shell/place";
import { Shell } from "./shell/shell";
import { useTextSizeOfWindow } from "./shell/text-size";
import { theme } from "./theme/theme";

/** What is drawn at each place, from the parts of its address. */
const SCREENS: Record<PlaceName, (of: Record<string, string | undefined>) => ReactNode> = {
  today: () => <TodayScreen />,
  calendar: ({ part }) => <CalendarScreen day={part} />,
  requests: () => <RequestsScreen />,
  new_request: ({ part }) => (
    <NewRequestScreen key={part ?? ""} numbered={part === undefined ? null : decodeURIComponent(part)} />
  ),
  request: ({ id = "" }) => <RequestScreen key={id} id={id} />,
  action: ({ kind = "", id = "", action = "" }) => (
    <ActionPage key={`${kind} ${id} ${action}`} subject={subjectOf(kind, id)} action={action} />
  ),
  record: ({ kind = "", id = "" }) => <RecordScreen key={`${kind} ${id}`} subject={subjectOf(kind, id)} />,
  objections: () => <ObjectionsScreen />,
  information: ({ part = "dip" }) => <InformationScreen part={part} />,
  registers: ({ part = "register" }) => <RegisterScreen part={part} />,
  questions: () => <QuestionsScreen />,
  settings: ({ part }) => (part ? <SettingsListScreen part={part} /> : <SettingsScreen />),
};

const colors = localStorageColorSchemeManager({ key: "loket.colors" });

export function App({ bridge }: { bridge: Bridge }) {
  return (
    <MantineProvider
      theme={theme}
      env={import.meta.env.MODE === "test" ? "test" : "default"}
      colorSchemeManager={colors}
      defaultColorScheme="light"
    >
      <OfficeDates>
        <CoreProvider bridge={bridge}>
          <FaultBoundary>
            <Router hook={useHashLocation}>
              <Gate />
              <ContextMenu />
            </Router>
          </FaultBoundary>
        </CoreProvider>
      </OfficeDates>
    </MantineProvider>
  );
}

/** Shows what may be seen: the first start, the lock, or the office. */
function Gate() {
  const core = useCore();
  const queries = useQueryClient();
  const [, go] = useLocation();
  useTextSizeOfWindow();
  useEffect(listenForKeys, []);
  const opening = useQuery({
    queryKey: keys.opening,
    queryFn: () => core.opening(),
    staleTime: Number.POSITIVE_INFINITY,
  });
  // Locked by itself: what was shown is not kept for whoever comes by.
  const locked = opening.data?.state === "locked";
  useEffect(() => {
    if (locked) queries.removeQueries({ predicate: (query) => query.queryKey[0] !== "opening" });
  }, [locked, queries]);
  // The recovery code is shown once: nothing the core reports meanwhile may take it off the screen.
  const [begun, setBegun] = useState<Begun | null>(null);
  const opened = () => queries.invalidateQueries({ queryKey: keys.opening });
  // Whoever signs in begins with what is due today, not where somebody else left.
  const signedIn = () => {
    go(placePath("today"));
    void opened();
  };
  if (begun) return <RecoveryCard code={begun.recovery_code} kept={() => void opened().then(() => setBegun(null))} />;
  return <Answer of={opening}>{(state) => <Opened opening={state} begun={setBegun} opened={signedIn} />}</Answer>;
}

function Opened({ opening, begun, opened }: { opening: Opening; begun: (begun: Begun) => void; opened: () => void }) {
  if (opening.state === "first_start" && opening.first_start)
    return <NewDesk choices={opening.first_start} kept={opening.kept} begun={begun} restored={opened} />;
  if (opening.state !== "open" || !opening.session) return <UnlockScreen opening={opening} unlocked={opened} />;
  return (
    <PlaceProvider>
      <Shell first={opening.session}>
        <Switch>
          {EVERY_PLACE.map(({ name, path }) => (
            <Route key={name} path={path}>
              {(part) => SCREENS[name](part as Record<string, string | undefined>)}
            </Route>
          ))}
          <Route>
            <Redirect to={placePath("today")} />
          </Route>
        </Switch>
      </Shell>
    </PlaceProvider>
  );
}
