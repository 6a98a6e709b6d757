/**
 * Makes commands of this program in our own advice such as they are typed where it runs (`npx anchorsmith …`). Text from
 * files, names and answers never goes through it.
 */
export type AsTyped = (advice: string) => string;
