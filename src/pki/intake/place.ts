/** Where some bytes that are taken in stand. */
export interface Place {
	/** The containers around them, outermost first. */
	readonly source: readonly string[];
	/** The byte of the file at which they, or the outermost container, begin. */
	readonly offset: number;
	/** Bytes of the file for one character of the text: 2 in UTF-16. Inside of containers 0, since offsets there mean nothing. */
	readonly scale: 0 | 1 | 2;
	/** The line of the container, where lines inside mean nothing. */
	readonly line?: number;
	/** False where even a flawless block is not what every reader takes. */
	readonly isPlain: boolean;
}

/** The file itself. */
export const inFile: Place = {source: [], offset: 0, scale: 1, isPlain: true};

/** Containers may lie this many levels deep in each other; people manage three: a bundle in base64 in a Secret. */
const MAX_CONTAINERS = 4;

/** A place inside of a container; undefined when that lies too deep. */
export function within(place: Place, container: string, line?: number): Place | undefined {
	if (place.source.length >= MAX_CONTAINERS) {
		return undefined;
	}

	const here = place.line ?? line;
	return {
		source: [...place.source, container],
		offset: place.offset,
		scale: 0,
		...(here !== undefined && {line: here}),
		isPlain: false,
	};
}
