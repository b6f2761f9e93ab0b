import { Button, Checkbox, createTheme, Input, type MantineColorsTuple, Modal, Radio, Tooltip } from "@mantine/core";
import { words } from "../words";

/** The one colour for action: a deep blue-green. */
const petrol: MantineColorsTuple = [
  "#ebf5f7",
  "#d5e8ec",
  "#a9d1d9",
  "#77b6c2",
  "#4a9dad",
  "#2c8798",
  "#1a7183",
  "#0c5c6d",
  "#084b59",
  "#053a46",
];

/** The greys of the dark window lean to the same blue-green. */
const dark: MantineColorsTuple = [
  "#e8f0f2",
  "#c3d0d5",
  "#a9b9bf",
  "#82949b",
  "#4a5b62",
  "#33434a",
  "#1c272c",
  "#162024",
  "#10181b",
  "#0b1114",
];

export const theme = createTheme({
  primaryColor: "petrol",
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol, dark },
  fontFamily: "'Plus Jakarta Sans Variable', 'Segoe UI', sans-serif",
  headings: { fontFamily: "'Plus Jakarta Sans Variable', 'Segoe UI', sans-serif", fontWeight: "650" },
  fontSizes: { xs: "0.875rem", sm: "0.9375rem", md: "1rem", lg: "1.125rem", xl: "1.375rem" },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
  defaultRadius: "md",
  radius: { sm: "0.25rem", md: "0.375rem", lg: "0.625rem" },
  cursorType: "pointer",
  respectReducedMotion: true,
  focusRing: "auto",
  components: {
    Button: Button.extend({ defaultProps: { size: "sm" } }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ["label", "input", "description", "error"] },
    }),
    Input: Input.extend({ defaultProps: { size: "sm" } }),
    Radio: Radio.extend({ defaultProps: { size: "md" } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: "md" } }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        withArrow: true,
        multiline: true,
        maw: 340,
        events: { hover: true, focus: true, touch: true },
        withinPortal: false,
      },
    }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        closeButtonProps: { "aria-label": words.help.close },
        attributes: { header: { role: "presentation" } },
        overlayProps: { backgroundOpacity: 0.45 },
        transitionProps: { duration: 120 },
      },
    }),
  },
});
