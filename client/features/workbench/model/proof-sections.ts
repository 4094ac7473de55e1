import type { Application } from "#shared/domain/filing/application";
import type { FieldBuilder } from "./field-builder";
import { answer, coded, type Field, list, type Section, type Shown, text } from "./section";

/** The papers handed in, with what the image check said of each. */
export function materialsSection(document: Application, field: FieldBuilder): Section {
  const images = new Map((document.evidence?.images ?? []).map((image) => [image.sha256, image]));
  const fields = document.materials.flatMap((material, index) => {
    const image = images.get(material.sha256);
    return field(`materials[${index}]`, coded("material", material.kind), {
      papers: [material.kind],
      serviceIndex: material.serviceIndex ?? null,
      evidence: [["IMAGE", image ? imageFacts(image) : { as: "missing" }]],
    });
  });
  return {
    id: "materials",
    title: "materials",
    n: null,
    groups: [
      {
        id: "materials",
        title: "materials",
        fields: [...fields, ...field("materials", { as: "count", n: document.materials.length })],
      },
    ],
  };
}

type Image = NonNullable<NonNullable<Application["evidence"]>["images"]>[number];

/** Only what is wrong with an image; one without complaint says so. */
function imageFacts(image: Image): Shown {
  const faults = [
    image.colour === false && "notColour",
    image.sharp === false && "notSharp",
    image.edgesComplete === false && "edgesCut",
    image.glare === true && "glare",
    image.screenReshoot === true && "screenReshoot",
    image.copy === true && "copy",
    image.tamperSuspected === true && "tamperSuspected",
    Boolean(image.duplicateOf) && "duplicate",
  ].filter((fault) => fault !== false);
  return list((faults.length > 0 ? faults : ["clean"]).map((fault) => coded("imageFault", fault)));
}

/** Face check, consents and the other proofs that the right person acted. */
export function authenticitySection(document: Application, field: FieldBuilder): Section {
  const { consents, submitVerification, videoVerification } = document;
  const rare = { onlyIfGiven: true };
  return {
    id: "authenticity",
    title: "authenticity",
    n: null,
    groups: [
      { id: "liveness", title: "liveness", fields: livenessFields(document, field) },
      {
        id: "proofs",
        title: "proofs",
        fields: [
          ...field("submitVerification", answer(submitVerification?.passed), rare),
          ...field("videoVerification", answer(videoVerification?.completed), rare),
          ...field("consents.informationSecurity", answer(consents?.informationSecurity), rare),
          ...field("consents.assistedEditing", answer(consents?.assistedEditing), rare),
          ...field("consents.filingUndertaking", answer(consents?.filingUndertaking), rare),
          ...field("consents.claimAgreement", answer(consents?.claimAgreement), rare),
        ],
      },
    ],
  };
}

function livenessFields(document: Application, field: FieldBuilder): Field[] {
  return (document.liveness ?? []).flatMap((liveness, index) => {
    const { serviceIndex } = liveness;
    const face = document.evidence?.faces?.find(
      (one) => (one.serviceIndex ?? null) === (serviceIndex ?? null),
    );
    return field(
      `liveness[${index}]`,
      coded("liveness", liveness.passed == null ? null : String(liveness.passed)),
      {
        papers: ["LIVENESS_PHOTO"],
        serviceIndex: serviceIndex ?? null,
        evidence: [["FACE", face ? faceOf(face) : { as: "missing" }]],
      },
    );
  });
}

function faceOf(face: { matched?: boolean | null | undefined; score?: number | null | undefined }): Shown {
  const score = face.score == null ? [] : [text(`${Math.round(face.score * 100)}%`)];
  return list([coded("faceMatched", face.matched == null ? null : String(face.matched)), ...score]);
}
