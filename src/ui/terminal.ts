import type {Size} from './frame.ts';

/** The terminal that screens are drawn on. */
export interface Terminal {
	readonly input: NodeJS.ReadableStream;
	readonly output: NodeJS.WritableStream & Size;
	/** Stops this program as Ctrl-Z does, and ends when it goes on; undefined where there is no such thing. */
	readonly stop: (() => Promise<void>) | undefined;
}
