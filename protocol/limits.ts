/** The limits of live text. Both ends know them: the editor keeps within them, the server cuts what does not. */

export const frameBytesMax = 256 * 1024;
/** One paste may be larger than what typing makes. */
export const pasteFrameBytesMax = 1024 * 1024;
export const framesPerSecondMax = 30;
export const framesBurstMax = 120;

export const presenceBytesMax = 1024;
export const presencePerSecondMax = 10;

export const socketsPerSessionMax = 20;
export const clientIdsPerSessionMax = 50;
export const bufferedOutBytesMax = 1024 * 1024;

export const definitionBytesMax = 8 * 1024 * 1024;
export const definitionNodesMax = 200_000;
/** The longest run of units that one structure of an update may claim. */
export const structUnitsMax = 200_000;

export const keepAliveMilliseconds = 15_000;

export const termCharactersMax = 200;
export const referenceCharactersMax = 200;
export const parameterCharactersMax = 2_000;
export const bracketDelegationsMax = 60;
export const caveatDelegationsMax = 60;
export const delegationCharactersMax = 120;
/** A quotation that anchors a comment is cut to this length. */
export const quoteCharactersMax = 500;
