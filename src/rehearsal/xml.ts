/** What an XML answer is made of: arrays become `<member>` elements, undefined members are left out. */
export type XmlValue =
	| string
	| number
	| boolean
	| readonly XmlValue[]
	| {readonly [element: string]: XmlValue | undefined};

/** One element with its content, safe for any text: what XML 1.0 cannot hold becomes U+FFFD. */
export function writeXml(element: string, value: XmlValue, namespace?: string): string {
	const opening = namespace === undefined ? element : `${element} xmlns="${escapeXml(namespace)}"`;
	return `<${opening}>${content(value)}</${element}>`;
}

function content(value: XmlValue): string {
	if (typeof value !== 'object') {
		return escapeXml(String(value));
	}

	if (isList(value)) {
		return value.map(item => writeXml('member', item)).join('');
	}

	return Object.entries(value)
		.map(([element, inner]) => (inner === undefined ? '' : writeXml(element, inner)))
		.join('');
}

function isList(value: object): value is readonly XmlValue[] {
	return Array.isArray(value);
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;',
	'\r': '&#xD;',
};

function escapeXml(text: string): string {
	return text
		.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
		.replace(/[&<>"'\r]/g, character => ENTITIES[character] ?? character);
}
