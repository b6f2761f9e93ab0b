import { Button, Stack, Text, Title } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { words } from "../words";

/** Catches what nobody foresaw in a screen, so that the rest of the window stays usable. */
export class FaultBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <Stack className="sheet" m="lg" align="flex-start" role="alert" data-testid="said">
        <Title order={2} size="h4">
          {words.fault.title}
        </Title>
        <Text>{words.fault.boundary}</Text>
        <Button onClick={() => this.setState({ broken: false })} autoFocus>
          {words.fault.again}
        </Button>
      </Stack>
    );
  }
}
