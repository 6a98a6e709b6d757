import {integer, list, type Shape, structure, text} from '../shape.ts';

/** Limits and patterns of IAM's members that several actions share (IAM API reference, 2010-05-08). */
export const roleName = text({min: 1, max: 64, pattern: /[\w+=,.@-]+/});
export const policyName = text({min: 1, max: 128, pattern: /[\w+=,.@-]+/});
export const arn = text({min: 20, max: 2048});
export const description = text({max: 1000, pattern: /[\t\n\r\u0020-\u007E\u00A1-\u00FF]*/});
export const maxSessionDuration = integer({min: 3600, max: 43_200});
export const policyDocument = text({
	min: 1,
	max: 131_072,
	pattern: /[\t\n\r\u0020-\u00FF]+/,
	isSensitive: true,
});

const tagKey = text({min: 1, max: 128, pattern: /[\p{L}\p{Z}\p{N}_.:/=+\-@]+/u});
const tagValue = text({max: 256, pattern: /[\p{L}\p{Z}\p{N}_.:/=+\-@]*/u});

export const tags = formList(structure({Key: tagKey, Value: tagValue}, {}), 50);
export const tagKeys = formList(tagKey, 50);

/** What every List action takes. */
export const paging = {
	Marker: text({min: 1, max: 320, pattern: /[\u0020-\u00FF]+/}),
	MaxItems: integer({min: 1, max: 1000}),
};

/** A list as forms carry it: an empty one is an empty text. */
function formList<Item>(item: Shape<Item>, max: number): Shape<readonly Item[]> {
	const items = list(item, {max});
	return (value, at) => items(value === '' ? [] : value, at);
}
