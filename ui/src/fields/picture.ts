/** Largest file that the letters carry, in bytes. */
const LARGEST = 1024 * 1024;

/** Longest side of a picture that is made smaller, in pixels: sharp on paper, where an emblem is two centimetres high. */
const LONGEST = 800;

const asAddress = (file: File) =>
  new Promise<string>((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });

const bytesOf = (address: string) => address.slice(address.indexOf(",") + 1);

/** The picture, once it is really one; what only has the name of a picture fails. */
async function picture(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
}

/** The same picture with its longer side as long as paper needs it. */
function smaller(image: HTMLImageElement, type: string): string {
  const scale = Math.min(1, LONGEST / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL(type);
}

/** How a picture kept as base64 is shown. */
export const pictureAddress = (base64: string) =>
  `data:image/${base64.startsWith("/9j/") ? "jpeg" : "png"};base64,${base64}`;

/** The picture's bytes as base64, made smaller where a telephone took it; nothing when it is no picture the letters can carry. */
export async function readPicture(file: File): Promise<string | null> {
  if (!["image/png", "image/jpeg"].includes(file.type)) return null;
  const address = await asAddress(file);
  const image = await picture(address);
  if (image.naturalWidth === 0) return null;
  return bytesOf(file.size > LARGEST ? smaller(image, file.type) : address);
}
