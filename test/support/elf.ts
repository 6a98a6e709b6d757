/** What an executable for Linux is to ask for. */
export interface ElfNeeds {
	readonly machine: 'x64' | 'arm64';
	/** Absent for one that is linked statically. */
	readonly loader?: string;
	/** Versions of glibc that it asks for. */
	readonly glibc?: readonly string[];
}

const [HEADER, SEGMENT, DYNAMIC] = [64, 56, 16];

/** What an executable for Linux begins with (64 bits, little-endian): enough for whoever looks at it, and nothing that could run. */
export function elf({machine, loader, glibc = []}: ElfNeeds): Uint8Array {
	const interpreter = Buffer.from(loader === undefined ? '' : `${loader}\0`);
	const names = ['', 'libc.so.6', ...glibc.map(version => `GLIBC_${version}`)];
	const strings = Buffer.from(names.map(name => `${name}\0`).join(''));
	const at = (index: number) =>
		Buffer.byteLength(
			names
				.slice(0, index)
				.map(name => `${name}\0`)
				.join(''),
		);
	const interpreterAt = HEADER + 3 * SEGMENT;
	const stringsAt = interpreterAt + interpreter.length;
	const needed = Buffer.concat([
		fields([2, 1], [2, glibc.length], [4, at(1)], [4, 16], [4, 0]),
		...glibc.map((_version, index) =>
			fields([4, 0], [2, 0], [2, index + 2], [4, at(index + 2)], [4, index === glibc.length - 1 ? 0 : 16]),
		),
	]);
	const neededAt = stringsAt + strings.length;
	const dynamic = fields(
		...[
			[5, stringsAt],
			[0x6ffffffe, neededAt],
			[0x6fffffff, 1],
			[0, 0],
		].flatMap(([tag = 0, value = 0]) => [[8, tag] as const, [8, value] as const]),
	);
	const dynamicAt = neededAt + needed.length;
	const segment = (type: number, offset: number, size: number) =>
		fields([4, type], [4, 4], [8, offset], [8, offset], [8, offset], [8, size], [8, size], [8, 1]);
	const header = Buffer.concat([
		Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
		fields([2, 2], [2, machine === 'x64' ? 62 : 183], [4, 1], [8, 0], [8, HEADER], [8, 0], [4, 0]),
		fields([2, HEADER], [2, SEGMENT], [2, 3], [2, 0], [2, 0], [2, 0]),
	]);
	return Buffer.concat([
		header,
		segment(1, 0, dynamicAt + 4 * DYNAMIC),
		segment(loader === undefined ? 0 : 3, interpreterAt, interpreter.length),
		segment(glibc.length === 0 ? 0 : 2, dynamicAt, 4 * DYNAMIC),
		interpreter,
		strings,
		needed,
		dynamic,
	]);
}

/** Numbers one after the other, each with its size in bytes. */
function fields(...values: readonly (readonly [size: 2 | 4 | 8, value: number])[]): Buffer {
	return Buffer.concat(
		values.map(([size, value]) => {
			const bytes = Buffer.alloc(size);
			if (size === 8) {
				bytes.writeBigUInt64LE(BigInt(value));
			} else {
				bytes.writeUIntLE(value, 0, size);
			}

			return bytes;
		}),
	);
}
