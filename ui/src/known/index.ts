export { ChosenPerson, KnownPeople, useKnownPerson } from "./known-people";
