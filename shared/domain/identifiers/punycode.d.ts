declare module "punycode.js" {
  /** RFC 3492 on single labels; `decode` and `encode` throw a RangeError on what they cannot read or write. */
  const punycode: {
    decode(label: string): string;
    encode(label: string): string;
  };
  export = punycode;
}
