import { Button, Text, Title } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useId, useState } from "react";
import type { FactGroup } from "../core";
import { Facts } from "../table";
import { ScrollRegion } from "../theme/scroll-region";
import { words } from "../words";

const say = words.action;

/**
 * What is known of what a form is about: beside the form where there is room, and folded above it where there is none, so that nobody
 * goes back to look.
 */
export function About({ groups }: { groups: FactGroup[] }) {
  const [unfolded, setUnfolded] = useState(false);
  const body = useId();
  const Icon = unfolded ? IconChevronUp : IconChevronDown;
  return (
    <aside className="action-about" data-unfolded={unfolded} data-testid="about" aria-label={say.about}>
      <Button
        className="action-about-fold"
        variant="default"
        data-testid="about-fold"
        aria-expanded={unfolded}
        aria-controls={body}
        rightSection={<Icon size={18} aria-hidden />}
        onClick={() => setUnfolded(!unfolded)}
      >
        {unfolded ? say.about_hide : say.about_show}
      </Button>
      <div id={body} className="sheet action-about-body">
        <ScrollRegion className="action-about-scroll" label={say.about}>
          {groups.map(({ title, facts, text }) => (
            <section key={title} aria-label={title}>
              <Title order={2} size="h6">
                {title}
              </Title>
              {text && <Text className="information">{text}</Text>}
              {facts.length > 0 && <Facts facts={facts} />}
            </section>
          ))}
        </ScrollRegion>
      </div>
    </aside>
  );
}
