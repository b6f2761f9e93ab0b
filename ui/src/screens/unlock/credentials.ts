import { useMutation } from "@tanstack/react-query";
import { asSaid } from "../../core";
import { Form, goToFirstWrong } from "../../fields";

/** What is typed at the door. */
export interface Credentials {
  code: string;
  login: string;
  password: string;
  password_again: string;
}

/** A form with nothing typed yet, but for the name when only one is known. */
export function credentialsFor(logins: string[]): Form<Credentials> {
  return new Form<Credentials>({
    code: "",
    login: logins.length === 1 ? (logins[0] ?? "") : "",
    password: "",
    password_again: "",
  });
}

/** Tries what was typed; what is refused is marked at its field, and the first of them is gone to. */
export function useProof<T>(form: Form<Credentials>, prove: (typed: Credentials) => Promise<T>, proved: () => void) {
  return useMutation({
    mutationFn: () => prove(form.values),
    onSuccess: proved,
    onError: (thrown) => {
      form.refused(asSaid(thrown));
      goToFirstWrong(form);
    },
  });
}
