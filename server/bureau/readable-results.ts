import { z } from "zod";
import { type BureauResult, resultFileSchema, resultSchema } from "#shared/contract/bureau-result";
import { BUREAU_LIMITS, envelopeSchema } from "#shared/contract/bureau-v1";

/**
 * An answer of `/results` read result by result: one that we cannot read (a kind from the future, a text without
 * end) must not silence its whole province. Its file is named in `unreadable` and stays unacknowledged.
 */
export const readableResultsSchema = envelopeSchema
  .extend({
    files: z
      .array(
        z.object({
          fileName: resultFileSchema.shape.fileName,
          results: z.array(z.unknown()).max(BUREAU_LIMITS.resultsPerFile),
        }),
      )
      .max(BUREAU_LIMITS.filesPerPoll),
  })
  .transform(({ files }) => {
    const read = files.map(({ fileName, results }) => ({
      fileName,
      results: readable(results),
      sent: results.length,
    }));
    return {
      files: read.map(({ fileName, results }) => ({ fileName, results })),
      unreadable: read.filter(({ results, sent }) => results.length < sent).map(({ fileName }) => fileName),
    };
  });

function readable(results: readonly unknown[]): BureauResult[] {
  return results.flatMap((result) => {
    const parsed = resultSchema.safeParse(result);
    return parsed.success ? [parsed.data] : [];
  });
}
