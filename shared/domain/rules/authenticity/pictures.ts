import type { Evidence } from "../../filing/evidence";
import { imageEvidence, type MaterialAt } from "../document-view";
import type { FileFact, RuleInput } from "../rule-input";

/** A paper of the order with its file and what a machine saw in it. */
export interface Picture extends MaterialAt {
  /** `materials[3].sha256` */
  readonly place: string;
  /** null: nobody looked the file up. */
  readonly file: FileFact | null;
  /** null: no machine looked at it. */
  readonly seen: { readonly image: NonNullable<Evidence["images"]>[number]; readonly path: string } | null;
}

/** Every paper of the order but icons, which are no papers and have rule R-125. */
export function papersAt(input: RuleInput): Picture[] {
  return input.application.materials.flatMap((material, place) =>
    material.kind === "APP_ICON"
      ? []
      : [
          {
            material,
            path: `materials[${place}]`,
            place: `materials[${place}].sha256`,
            file: input.facts.files?.find(({ sha256 }) => sha256 === material.sha256) ?? null,
            seen: imageEvidence(input, material.sha256),
          },
        ],
  );
}

/** The papers that are pictures: not those known to be PDF, of which no machine says how they look. */
export function picturesAt(input: RuleInput): Picture[] {
  return papersAt(input).filter(({ file }) => file?.mediaType !== "application/pdf");
}

/** The same papers with each file once, at its first place: a question about a file is asked once. */
export function onePerFile(pictures: readonly Picture[]): Picture[] {
  const first = new Map<string, Picture>();
  for (const picture of pictures) {
    if (!first.has(picture.material.sha256)) first.set(picture.material.sha256, picture);
  }
  return [...first.values()];
}
