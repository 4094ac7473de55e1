import { type LibraryTemplate, templateLibrary } from "#shared/domain/review/template-library";
import type { Deps } from "./deps";

/** The reason templates in force, by code: read anew each time, so that a release counts at once. */
export async function libraryInForce(
  deps: Pick<Deps, "store">,
): Promise<ReadonlyMap<string, LibraryTemplate>> {
  const versions = await deps.store.templateVersions();
  const library = templateLibrary(versions.filter((version) => version.state === "RELEASED"));
  return new Map(library.map((template) => [template.code, template]));
}
