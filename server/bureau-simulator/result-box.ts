import type { BureauResult, BureauResultFile } from "#shared/contract/bureau-result";
import { BUREAU_LIMITS } from "#shared/contract/bureau-v1";
import type { PendingRow } from "./rows";
import type { State } from "./state";

/** Results on their way to the provider: first loose, then in files that come again until acknowledged. */
export interface ResultBox {
  /** @param again the result will stand in a second file too */
  add(provinceCode: string, result: BureauResult, again: boolean): void;
  /** At most `limit` files of the province: those never served first, then the longest not served. */
  poll(provinceCode: string, limit: number): BureauResultFile[];
  /** True also for a file acknowledged before; false for a name that was never given. */
  acknowledge(fileName: string): boolean;
  readonly openFiles: number;
}

type Stored = Pick<State, "pending" | "files" | "provinces">;

const FILE_NAME = /^BAJG(\d{6})(\d{10})$/;

/** How often a file was served lives in memory only: after a restart every open file counts as new. */
export function createResultBox(state: Stored): ResultBox {
  const loose = new Map<string, Map<string, PendingRow>>();
  const openFiles = new Map<string, Set<string>>();
  const servedAt = new Map<string, number>();
  let serving = 0;

  const noteLoose = (row: PendingRow) => {
    const ofProvince = loose.get(row.provinceCode) ?? new Map<string, PendingRow>();
    loose.set(row.provinceCode, ofProvince.set(row.result.resultId, row));
  };
  const noteFile = (provinceCode: string, fileName: string) => {
    openFiles.set(provinceCode, (openFiles.get(provinceCode) ?? new Set()).add(fileName));
  };
  for (const row of state.pending.values()) noteLoose(row);
  for (const [fileName, file] of state.files.entries()) noteFile(file.provinceCode, fileName);

  const bundle = (provinceCode: string) => {
    const rows = [...(loose.get(provinceCode)?.values() ?? [])];
    loose.delete(provinceCode);
    for (let at = 0; at < rows.length; at += BUREAU_LIMITS.resultsPerFile) {
      const part = rows.slice(at, at + BUREAU_LIMITS.resultsPerFile);
      const province = state.provinces.get(provinceCode) ?? { lastDataSequence: 0, lastFile: 0 };
      const number = province.lastFile + 1;
      const fileName = `BAJG${provinceCode}${String(number).padStart(10, "0")}`;
      state.provinces.set(provinceCode, { ...province, lastFile: number });
      state.files.set(fileName, { provinceCode, results: part.map((row) => row.result) });
      noteFile(provinceCode, fileName);
    }
    for (const row of rows) {
      if (row.again) {
        const second = { ...row, again: false };
        state.pending.set(row.result.resultId, second);
        noteLoose(second);
      } else state.pending.delete(row.result.resultId);
    }
  };

  return {
    add(provinceCode, result, again) {
      const row = { provinceCode, again, result };
      state.pending.set(result.resultId, row);
      noteLoose(row);
    },
    poll(provinceCode, limit) {
      bundle(provinceCode);
      const names = [...(openFiles.get(provinceCode) ?? [])];
      names.sort((a, b) => (servedAt.get(a) ?? 0) - (servedAt.get(b) ?? 0) || (a < b ? -1 : 1));
      return names.slice(0, limit).map((fileName) => {
        serving += 1;
        servedAt.set(fileName, serving);
        return { fileName, results: state.files.get(fileName)?.results ?? [] };
      });
    },
    acknowledge(fileName) {
      const [, provinceCode, number] = FILE_NAME.exec(fileName) ?? [];
      if (provinceCode === undefined || number === undefined) return false;
      const last = state.provinces.get(provinceCode)?.lastFile ?? 0;
      if (Number(number) < 1 || Number(number) > last) return false;
      state.files.delete(fileName);
      openFiles.get(provinceCode)?.delete(fileName);
      servedAt.delete(fileName);
      return true;
    },
    get openFiles() {
      return state.files.size;
    },
  };
}
