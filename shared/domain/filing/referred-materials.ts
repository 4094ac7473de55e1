import type { Application } from "./application";
import type { MaterialRef } from "./materials";

/**
 * Every upload the document refers to, each once: what it lists, then the photos, icons and approvals that it only
 * names where they belong (contracts.md §2), as if it had listed those too.
 */
export function referredMaterials(application: Application): MaterialRef[] {
  const listed = new Set(application.materials.map(({ sha256 }) => sha256));
  const refs = new Map<string, MaterialRef>();
  const named = (
    kind: MaterialRef["kind"],
    sha256: string | null | undefined,
    serviceIndex?: number | null,
  ) => {
    if (sha256 && !listed.has(sha256) && !refs.has(sha256)) refs.set(sha256, { kind, sha256, serviceIndex });
  };
  for (const { photoSha256, serviceIndex } of application.liveness ?? []) {
    named("LIVENESS_PHOTO", photoSha256, serviceIndex);
  }
  application.services.forEach((service, index) => {
    named("APP_ICON", service.icon, index);
    for (const { materialSha256 } of service.preApprovals ?? []) named("PRE_APPROVAL", materialSha256, index);
  });
  return [...application.materials, ...refs.values()];
}
