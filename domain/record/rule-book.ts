/** The edition of the rule book that the product follows; a ballot record names the one it was opened under (rule B2). */
export const ruleBookVersion = "1.0";
