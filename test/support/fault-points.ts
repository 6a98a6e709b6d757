/**
 * Where faults are set among so many places that are counted from 1: a random one in every so many, told on standard
 * error; all of them under EVERY_WRITE=1.
 *
 * @param what - Names the places in what is told, such as `writes`.
 */
export function faultPoints(what: string, count: number, stride: number): readonly number[] {
	const step = process.env['EVERY_WRITE'] === '1' ? 1 : stride;
	const points = Array.from({length: Math.ceil(count / step)}, (_none, index) =>
		Math.min(count, index * step + 1 + Math.floor(Math.random() * step)),
	);
	process.stderr.write(`\nfaults at ${what} ${points.join(' ')} of ${count}\n`);
	return points;
}
