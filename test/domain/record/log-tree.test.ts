/** The tree of the log against the published vectors of RFC 6962 logs, and against a second formulation that is slow and plain. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  consistencyRanges,
  endsOnTheLeft,
  finishedSubtrees,
  hashOfRange,
  inclusionRanges,
  innerPreimage,
  lastLeafOf,
  leafPreimage,
  type Range,
  rootFromInclusion,
  rootsFromConsistency,
  subtreesOf,
} from "../../../domain/record/log-tree.ts";

const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, "hex"));

/** The leaves that certificate transparency logs publish as test data. */
const inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"].map(
  bytesOf,
);
const leaves = inputs.map((input) => sha256(leafPreimage(input)));

const publishedRoots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

/** MTH of RFC 6962, as it is written there. */
function slowRoot(part: readonly Uint8Array[]): Uint8Array {
  if (part.length === 0) return sha256(new Uint8Array());
  if (part.length === 1) return part[0]!;
  let k = 1;
  while (k * 2 < part.length) k *= 2;
  return sha256(innerPreimage(slowRoot(part.slice(0, k)), slowRoot(part.slice(k))));
}

/** PATH of RFC 6962. */
function slowPath(index: number, part: readonly Uint8Array[]): Uint8Array[] {
  if (part.length <= 1) return [];
  let k = 1;
  while (k * 2 < part.length) k *= 2;
  return index < k
    ? [...slowPath(index, part.slice(0, k)), slowRoot(part.slice(k))]
    : [...slowPath(index - k, part.slice(k)), slowRoot(part.slice(0, k))];
}

/** SUBPROOF of RFC 6962. */
function slowSubproof(first: number, part: readonly Uint8Array[], whole: boolean): Uint8Array[] {
  if (first === part.length) return whole ? [] : [slowRoot(part)];
  let k = 1;
  while (k * 2 < part.length) k *= 2;
  return first <= k
    ? [...slowSubproof(first, part.slice(0, k), whole), slowRoot(part.slice(k))]
    : [...slowSubproof(first - k, part.slice(k), false), slowRoot(part.slice(0, k))];
}

/** The tree as the store keeps it: each leaf with the subtrees that it finished. */
function kept(hashes: readonly Uint8Array[]) {
  const rows: Uint8Array[][] = [];
  for (const [index, hash] of hashes.entries()) {
    const ends = endsOnTheLeft(index);
    rows.push([hash, ...finishedSubtrees(sha256, index, hash, (level) => rows[ends[level]!]![level]!)]);
  }
  const hashOf = (range: Range) =>
    hashOfRange(
      sha256,
      subtreesOf(range).map((subtree) => rows[lastLeafOf(subtree)]![subtree.level]!),
    );
  return {
    root: (size: number) => hashOf({ from: 0, to: size }),
    inclusion: (index: number, size: number) => inclusionRanges(index, size).map(hashOf),
    consistency: (first: number, second: number) => consistencyRanges(first, second).map(hashOf),
  };
}

const manyLeaves = Array.from({ length: 300 }, (_, index) => sha256(Uint8Array.of(index % 256, index >> 8)));

describe("published vectors", () => {
  test.each(publishedRoots.map((root, size) => [size, root] as const))(
    "[T3] the root of the first %i leaves is the published one",
    (size, root) => {
      expect(hex(kept(leaves).root(size))).toBe(root);
      expect(hex(slowRoot(leaves.slice(0, size)))).toBe(root);
    },
  );

  test("[T3] the published inclusion proofs come out", () => {
    const proof = (index: number, size: number) => kept(leaves).inclusion(index, size).map(hex);
    expect(proof(0, 1)).toEqual([]);
    expect(proof(0, 8)).toEqual([
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]);
    expect(proof(5, 8)).toEqual([
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]);
    expect(proof(2, 3)).toEqual(["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]);
    expect(proof(1, 5)).toEqual([
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ]);
  });

  test("[T4] the published consistency proofs come out", () => {
    const proof = (first: number, second: number) => kept(leaves).consistency(first, second).map(hex);
    expect(proof(1, 1)).toEqual([]);
    expect(proof(1, 8)).toEqual([
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]);
    expect(proof(6, 8)).toEqual([
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]);
    expect(proof(2, 5)).toEqual([
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ]);
  });
});

describe("against the second formulation", () => {
  const tree = kept(manyLeaves);
  const someSize = fc.integer({ min: 1, max: manyLeaves.length });

  test("[T3] every inclusion proof is that of the RFC and leads to the root", () => {
    fc.assert(
      fc.property(someSize, fc.nat(), (size, chance) => {
        const index = chance % size;
        const proof = tree.inclusion(index, size);
        expect(proof.map(hex)).toEqual(slowPath(index, manyLeaves.slice(0, size)).map(hex));
        const root = rootFromInclusion(sha256, { index, size }, manyLeaves[index]!, proof);
        expect(hex(root!)).toBe(hex(slowRoot(manyLeaves.slice(0, size))));
      }),
    );
  });

  test("[T4] every consistency proof is that of the RFC and leads to both roots", () => {
    fc.assert(
      fc.property(someSize, someSize, (one, other) => {
        const [first, second] = [Math.min(one, other), Math.max(one, other)];
        const proof = tree.consistency(first, second);
        expect(proof.map(hex)).toEqual(slowSubproof(first, manyLeaves.slice(0, second), true).map(hex));
        const roots = rootsFromConsistency(sha256, { first, second }, tree.root(first), proof)!;
        expect([roots.first, roots.second].map(hex)).toEqual([tree.root(first), tree.root(second)].map(hex));
      }),
    );
  });

  test("[T3] a proof with a byte changed, a hash more or a hash less leads elsewhere or nowhere", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.nat(), fc.nat(), (size, one, other) => {
        const index = one % size;
        const proof = tree.inclusion(index, size).map((hash) => Uint8Array.from(hash));
        const lead = (given: Uint8Array[]) => rootFromInclusion(sha256, { index, size }, manyLeaves[index]!, given);
        expect(lead(proof.slice(1))).toBeNull();
        expect(lead([...proof, proof[0]!])).toBeNull();
        const changed = proof[other % proof.length]!;
        changed[other % 32]! ^= 1;
        expect(hex(lead(proof)!)).not.toBe(hex(tree.root(size)));
      }),
    );
    expect(rootFromInclusion(sha256, { index: 8, size: 8 }, manyLeaves[7]!, [])).toBeNull();
  });

  test("[T4] a tree that was forked does not continue the one before", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 299 }), fc.integer({ min: 1, max: 299 }), (first, more) => {
        const second = Math.min(first + more, 300);
        const forked = manyLeaves.map((leaf, index) => (index === first - 1 ? sha256(leaf) : leaf));
        const proof = kept(forked).consistency(first, second);
        const roots = rootsFromConsistency(sha256, { first, second }, tree.root(first), proof)!;
        const holds =
          hex(roots.first) === hex(tree.root(first)) && hex(roots.second) === hex(kept(forked).root(second));
        expect(holds).toBe(false);
      }),
    );
  });

  test("[T3] a range of a million leaves is made of at most twenty subtrees a side", () => {
    expect(subtreesOf({ from: 0, to: 999_999 }).length).toBeLessThanOrEqual(20);
    expect(inclusionRanges(777_777, 1_000_000).length).toBeLessThanOrEqual(20);
    expect(consistencyRanges(777_777, 1_000_000).length).toBeLessThanOrEqual(21);
  });
});
