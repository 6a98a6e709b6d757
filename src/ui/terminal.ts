/** The terminal that screens are drawn on. */
export interface Terminal {
	readonly input: NodeJS.ReadStream;
	readonly output: NodeJS.WriteStream;
	/** Stops this program as Ctrl-Z does, and ends when it goes on; undefined where there is no such thing. */
	readonly stop: (() => Promise<void>) | undefined;
}
