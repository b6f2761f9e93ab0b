import { Button, FileButton, Group, Text } from "@mantine/core";
import { useState } from "react";
import { words } from "../words";
import { FieldPlace, type FieldProps, useField } from "./field";
import type { Names } from "./form";
import { pictureAddress, readPicture } from "./picture";

const say = words.fields.picture;

/** A small picture, kept as base64: empty, or one the letters can carry. */
export function PictureField<T extends object, K extends Names<T, string>>(
  props: Omit<FieldProps<T, K>, "label"> & { label: string },
) {
  const { form, name, label, description } = props;
  const { value, error, set } = useField(form, name);
  const kept = value as string;
  const [wrong, setWrong] = useState(false);
  const pick = (file: File | null) => {
    if (!file) return;
    void readPicture(file)
      .catch(() => null)
      .then((base64) => {
        setWrong(base64 === null);
        if (base64 !== null) set(base64 as T[K]);
      });
  };
  return (
    <FieldPlace name={name}>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {description}
      </Text>
      <Group gap="sm">
        {kept && <img className="picture-kept" src={pictureAddress(kept)} alt={say.alt} />}
        <FileButton
          onChange={pick}
          accept="image/png,image/jpeg"
          inputProps={{ "data-testid": `field-${name}`, "aria-label": label } as object}
        >
          {(props) => (
            <Button variant="default" {...props}>
              {kept ? say.change : say.pick}
            </Button>
          )}
        </FileButton>
        {kept && (
          <Button variant="subtle" onClick={() => set("" as T[K])}>
            {say.remove}
          </Button>
        )}
      </Group>
      {(wrong || error) && (
        <Text size="sm" className="error" mt={4} role="alert">
          {error ?? say.wrong}
        </Text>
      )}
    </FieldPlace>
  );
}
