/** What keys do on any screen, for its bottom row: a verb or two. */
export const keys = {
	choose: 'choose',
	take: 'take',
	next: 'next',
	skip: 'leave empty',
	done: 'done',
	add: 'add',
	newLine: 'new line',
	back: 'back',
	quit: 'leave',
	explain: 'explain',
	closeHelp: 'close this',
	narrow: 'to filter',
	scroll: 'scroll',
	copy: 'copy',
	complete: 'complete',
	reveal: 'show it',
	hide: 'hide it',
	interrupt: 'stop',
	open: 'open',
	retry: 'try again',
} as const;

/** Said beside a choice. */
export const choosing = {
	nothingMatches: 'Nothing matches; Backspace takes letters back.',
} as const;

/** What is said of the window itself. */
export const windows = {
	tooSmall: 'This window is too small.\nPlease enlarge it to 40 x 12,\nor press Ctrl-C to leave.',
} as const;

/** Said where questions are asked line by line. */
export const lines = {
	choose: 'Number',
	notShown: 'what you type is not shown',
	noSuchChoice: (count: number) => `Type a number from 1 to ${count}.`,
	yes: ['yes', 'y'],
} as const;
