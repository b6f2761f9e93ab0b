export { ChecksField, ChoiceField, ListField, YesField } from "./chosen";
export { DateField, OfficeDates } from "./date-field";
export { FieldPlace } from "./field";
export { Form, goToField, goToFirstWrong, useProblem, useStillWrong, useValue, useValues, useWrong } from "./form";
export { useKeeping } from "./keeping";
export { LinesField } from "./lines-field";
export { pictureAddress } from "./picture";
export { PictureField } from "./picture-field";
export { TableField } from "./table-field";
export {
  asNip,
  inFours,
  LongField,
  NumberField,
  PasswordField,
  SuggestField,
  TextField,
  TimeField,
  useCapsLock,
} from "./typed";
