export { ChosenPerson, PeopleOffered, useKnownPerson } from "./known-people";
