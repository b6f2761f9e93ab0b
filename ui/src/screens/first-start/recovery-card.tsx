import { Button, Checkbox, Stack, Text } from "@mantine/core";
import { IconArrowRight, IconKey } from "@tabler/icons-react";
import { useState } from "react";
import { PaperPanel } from "../../paper";
import { words } from "../../words";
import "../new-request/new-request.css";
import "./first-start.css";

const say = words.firstStart;

/** The recovery code, shown this once, with the card to print and put away. */
export function RecoveryCard({ code, kept }: { code: string; kept: () => void }) {
  const [sure, setSure] = useState(false);
  return (
    <main className="recovery">
      <section className="sheet" aria-label={say.card_title}>
        <Stack gap="md">
          <h1>
            <IconKey size={24} aria-hidden /> {say.card_title}
          </h1>
          <Text>{say.card_lead}</Text>
          <div>
            <Text size="sm" c="dimmed">
              {say.card_code}
            </Text>
            <div className="recovery-code" data-testid="recovery-code">
              {code}
            </div>
          </div>
          <Text>{say.card_where}</Text>
          <Checkbox
            data-testid="card-kept"
            label={say.card_kept}
            checked={sure}
            onChange={(event) => setSure(event.currentTarget.checked)}
          />
          <Button
            data-testid="card-continue"
            size="md"
            disabled={!sure}
            rightSection={<IconArrowRight size={18} aria-hidden />}
            onClick={kept}
          >
            {say.card_continue}
          </Button>
        </Stack>
      </section>
      <section className="sheet saved-paper" aria-label={say.card_paper}>
        <PaperPanel paper={{ paper: "recovery_card" }} title={say.card_paper} />
      </section>
    </main>
  );
}
