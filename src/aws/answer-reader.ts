/** A JSON object that a service answered with, read member by member. Never throws. */
export interface AnswerReader {
	/** Undefined when the member is missing or no text. */
	text(name: string): string | undefined;
	flag(name: string): boolean | undefined;
	number(name: string): number | undefined;
	texts(name: string): readonly string[];
	/** The member as an object; an empty one when it is missing. */
	object(name: string): AnswerReader;
	objects(name: string): readonly AnswerReader[];
}

/** Reads an answer that should be a JSON object; whatever it is not, it lacks. */
export function readAnswer(json: unknown): AnswerReader {
	const members = new Map(typeof json === 'object' && json !== null ? Object.entries(json) : []);
	const list = (name: string): readonly unknown[] => {
		const value: unknown = members.get(name);
		return Array.isArray(value) ? value : [];
	};

	return {
		text(name) {
			const value: unknown = members.get(name);
			return typeof value === 'string' ? value : undefined;
		},
		flag(name) {
			const value: unknown = members.get(name);
			return typeof value === 'boolean' ? value : undefined;
		},
		number(name) {
			const value: unknown = members.get(name);
			return typeof value === 'number' ? value : undefined;
		},
		texts: name => list(name).filter(item => typeof item === 'string'),
		object: name => readAnswer(members.get(name)),
		objects: name => list(name).map(readAnswer),
	};
}

/** The value of a JSON text, or undefined when it is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
