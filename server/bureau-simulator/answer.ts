/** An answer before the envelope gets its text and time. */
export interface Answer {
  readonly msgCode: number;
  readonly [field: string]: unknown;
}
