import {integer, list, structure, text} from '../shape.ts';

/** Limits and patterns of members that several operations share (fact sheet, section 4.2). */
export const resourceName = text({min: 1, max: 255, pattern: /[ a-zA-Z0-9-_]*/});
export const uuid = text({min: 36, max: 36, pattern: /.*[a-f0-9]{8}-([a-z0-9]{4}-){3}[a-z0-9]{12}.*/});
export const roleArnMember = text({min: 1, max: 1011, pattern: /arn:aws(-[^:]+)?:iam(:.*){2}(:role.*)/});
export const trustAnchorArn = text({
	min: 1,
	max: 1011,
	pattern: /arn:aws(-[^:]+)?:rolesanywhere(:.*){2}(:trust-anchor.*)/,
});

const TAG_CHARACTERS = /[ a-zA-Z0-9_.:/=+@-]*/;
const tagKey = text({min: 1, max: 128, pattern: TAG_CHARACTERS, isSensitive: true});
const tagValue = text({min: 0, max: 256, pattern: TAG_CHARACTERS, isSensitive: true});

export const tagKeys = list(tagKey, {max: 200});
export const tags = list(structure({key: tagKey, value: tagValue}, {}), {max: 200});

/** What every List operation takes. The bounds of `pageSize` are our choice: AWS documents none (API-16). */
export const listRequest = structure(
	{},
	{nextToken: text({min: 1, max: 10_000}), pageSize: integer({min: 1, max: 1000})},
);
