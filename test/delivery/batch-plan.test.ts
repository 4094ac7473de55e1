import { describe, expect, it } from "vitest";
import { EMPTY_BATCH, isTooLarge, MOST_RECORDS, recordBytes, withRecord } from "#server/bureau/batch-plan";
import type { BureauRecord } from "#shared/contract/bureau-record";
import { BUREAU_LIMITS } from "#shared/contract/bureau-v1";
import { sampleRecord } from "#test/bureau-simulator/sample-record";

const material = (characters: number): BureauRecord["materials"][number] => ({
  kind: "ENTITY_CERTIFICATE",
  mediaType: "image/jpeg",
  base64: "A".repeat(characters),
});
const record = (...sizes: number[]) => sampleRecord("FIRST_FILING", "A1", { materials: sizes.map(material) });

describe("the size of a record", () => {
  it.each([[[]], [[1]], [[1_000, 70_000]]])("is never less than what goes over the line (%j)", (sizes) => {
    const one = record(...sizes);
    const line = Buffer.byteLength(JSON.stringify(one));
    expect(recordBytes(one)).toBeGreaterThanOrEqual(line);
    expect(recordBytes(one)).toBeLessThan(line + 1_000 * (sizes.length + 1));
  });
});

describe("the plan of a batch", () => {
  it("takes at most so many records, far below the bureau's limit", () => {
    let batch = EMPTY_BATCH;
    for (let taken = 0; taken < MOST_RECORDS; taken += 1) batch = withRecord(batch, 100) ?? EMPTY_BATCH;
    expect(batch.records).toBe(MOST_RECORDS);
    expect(withRecord(batch, 100)).toBeNull();
    expect(MOST_RECORDS).toBeLessThanOrEqual(BUREAU_LIMITS.recordsPerBatch);
  });

  it("takes at most so many bytes, but a large record alone", () => {
    const large = 30 * 1024 * 1024;
    const alone = withRecord(EMPTY_BATCH, large);
    expect(alone?.records).toBe(1);
    expect(alone && withRecord(alone, 100)).toBeNull();
    const small = withRecord(EMPTY_BATCH, 100);
    expect(small && withRecord(small, large)).toBeNull();
  });

  it("tells what no batch can carry", () => {
    const thirteen = recordBytes(record(13_000_000));
    expect(isTooLarge(3 * thirteen)).toBe(false);
    expect(isTooLarge(5 * thirteen)).toBe(true);
  });
});
