import { Button, Text } from "@mantine/core";
import { IconBrandWhatsapp, IconCopy, IconMail } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Answer, SaidAlert } from "../answers";
import { keys, type QrDrawing, type TidingsLink, useCore } from "../core";
import { type Form, useValue } from "../fields";
import { ScrollRegion } from "../theme/scroll-region";
import { Sheet } from "../theme/sheet";
import { fill, words } from "../words";
import type { Filled } from "./kept";

const say = words.tidings;

/** Word to the applicant: the text as it would leave, and the ways to give it. What was pressed is noted as the way. */
export function TidingsPanel({ form, id }: { form: Form<Filled>; id: string }) {
  const core = useCore();
  const about = String(useValue(form, "about") ?? "");
  const [copied, setCopied] = useState<string | null>(null);
  const tidings = useQuery({
    queryKey: keys.tidings(id, about),
    queryFn: () => core.tidings(id, about),
    enabled: about !== "",
  });
  const open = useMutation({
    mutationFn: ({ place }: { place: number; way: string }) => core.open_tidings(id, about, place),
    onSuccess: (_, { way }) => form.patch({ way }),
  });
  const copy = useMutation({
    mutationFn: (text: string) => navigator.clipboard.writeText(text),
    onSuccess: (_, text) => setCopied(text),
  });
  if (about === "") return null;
  return (
    <Sheet className="tidings" title={say.title}>
      <Answer of={tidings}>
        {({ text, links }) => (
          <div className="tidings-parts">
            <div className="tidings-words">
              <ScrollRegion className="tidings-text" testid="tidings-text" label={say.text}>
                {text}
              </ScrollRegion>
              <Button
                variant="default"
                data-testid="tidings-copy"
                leftSection={<IconCopy size={18} aria-hidden />}
                onClick={() => copy.mutate(text)}
              >
                {say.copy}
              </Button>
              <div role="status" className="paper-done">
                {copied === text && say.copied}
              </div>
              <SaidAlert thrown={open.error ?? copy.error} />
            </div>
            <ul className="tidings-links">
              {links.map((link, place) => (
                <li key={`${link.way} ${link.whom}`}>
                  <Way link={link} open={() => open.mutate({ place, way: link.way })} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </Answer>
    </Sheet>
  );
}

/** One way, or why it cannot be taken. */
function Way({ link: { way, label, whom, why_not, qr }, open }: { link: TidingsLink; open: () => void }) {
  const Icon = way === "email" ? IconMail : IconBrandWhatsapp;
  if (why_not !== null)
    return (
      <Text size="sm" c="dimmed" data-testid={`tidings-none-${way}`}>
        <strong>{label}</strong>, {whom}: {why_not}
      </Text>
    );
  return (
    <>
      <Button
        variant="default"
        data-testid={`tidings-open-${way}`}
        leftSection={<Icon size={18} aria-hidden />}
        onClick={open}
      >
        {fill(say.open, { label })}
      </Button>
      <div className="quiet tidings-whom">{whom}</div>
      {qr && <Code qr={qr} label={`${label} ${whom}`} />}
    </>
  );
}

/** The link to be read by a telephone: dark on white also where the screen is dark, with the quiet zone that readers want. */
function Code({ qr: { side, path }, label }: { qr: QrDrawing; label: string }) {
  const whole = side + 8;
  return (
    <figure className="tidings-code">
      <svg viewBox={`-4 -4 ${whole} ${whole}`} role="img" aria-label={fill(say.code_of, { label })}>
        <rect x="-4" y="-4" width={whole} height={whole} fill="#fff" />
        <path d={path} fill="#000" shapeRendering="crispEdges" />
      </svg>
      <figcaption>{say.code}</figcaption>
    </figure>
  );
}
