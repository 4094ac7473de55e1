/** What a demo picture shows. The texts are the order's own; a page is drawn the same way every time. */
export interface DocumentFields {
  name?: string;
  certNumber?: string;
  legalRepresentative?: string;
  address?: string;
  idNumber?: string;
  birthDate?: string;
  validFrom?: string;
  validTo?: string | null;
  issuer?: string;
}

/** How a picture was taken; anything but CLEAN is a fault that a reviewer can see. */
export type PageLook = "CLEAN" | "BLURRED" | "CROPPED" | "GLARE" | "SCREEN_RESHOOT" | "PHOTOCOPY";

export type Page =
  | {
      readonly form: "LICENCE";
      readonly title: string;
      readonly fields: DocumentFields;
      readonly scope: string;
    }
  | {
      readonly form: "ID_FRONT";
      readonly fields: DocumentFields;
      readonly male: boolean;
      readonly face: number;
      readonly temporary: boolean;
    }
  | { readonly form: "ID_BACK"; readonly fields: DocumentFields }
  | {
      readonly form: "PASSPORT";
      readonly title: string;
      readonly fields: DocumentFields;
      readonly male: boolean;
      readonly face: number;
    }
  | {
      readonly form: "PORTRAIT";
      readonly male: boolean;
      readonly face: number;
      readonly background: "WHITE" | "GREY";
    }
  | {
      readonly form: "LETTER";
      readonly title: string;
      readonly lines: readonly string[];
      readonly signer: string;
      readonly date: string;
      readonly seal: string | null;
    }
  | {
      readonly form: "SCREENSHOT";
      readonly title: string;
      readonly rows: readonly (readonly [string, string])[];
    }
  | { readonly form: "ICON"; readonly text: string; readonly hue: number };

/** One picture file: a page, or several laid side by side where an order would have too many files. */
export interface Sheet {
  readonly pages: readonly { readonly page: Page; readonly look: PageLook }[];
}

export interface Picture {
  readonly mediaType: "image/jpeg" | "image/png";
  readonly bytes: Uint8Array;
}

/** Turns sheets into files; deterministic, and shared by all orders of a run. */
export interface PictureMaker {
  draw(sheet: Sheet): Picture;
}
