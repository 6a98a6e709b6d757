import {compareVersions} from '../../rules/version-order.ts';

/** What an ELF file says of the system that it needs (System V ABI; Linux Standard Base, symbol versions). */
export interface ElfFacts {
	/** As Node names it; the number of the machine where Node has no name for it. */
	readonly architecture: string;
	/** The loader that it asks for; absent when it is linked statically. */
	readonly loader?: string;
	/** The newest version of glibc that it asks for. */
	readonly glibc?: string;
}

const MACHINES: ReadonlyMap<number, string> = new Map([
	[3, 'ia32'],
	[8, 'mips'],
	[21, 'ppc64'],
	[22, 's390x'],
	[40, 'arm'],
	[62, 'x64'],
	[183, 'arm64'],
	[243, 'riscv64'],
	[258, 'loong64'],
]);

const SEGMENT = {load: 1, dynamic: 2, interpreter: 3} as const;
const TAG = {end: 0, strings: 5, needed: 0x6ffffffe, neededCount: 0x6fffffff} as const;
/** More of anything than this is damage. */
const MOST = 4096;

/** Gives so many bytes from a place of a file; throws a RangeError when the file ends before. */
export type ReadAt = (offset: number, length: number) => DataView;

/** Reads what an ELF file says of itself. Undefined for other files; what is damaged is left out. */
export function readElf(readAt: ReadAt): ElfFacts | undefined {
	const isElf = attempt(() => readAt(0, 64).getUint32(0) === 0x7f_45_4c_46);
	if (!isElf) {
		return undefined;
	}

	const identity = readAt(0, 16);
	const elf = new Elf(readAt, identity.getUint8(4) === 2, identity.getUint8(5) !== 2);
	const architecture = MACHINES.get(elf.half(18)) ?? `machine ${elf.half(18)}`;
	return {architecture, ...attempt(() => elf.needs())};
}

/** Undefined where the file ends too early. */
function attempt<Value>(read: () => Value): Value | undefined {
	try {
		return read();
	} catch (error) {
		if (error instanceof RangeError) {
			return undefined;
		}

		throw error;
	}
}

interface Segment {
	readonly type: number;
	readonly offset: number;
	readonly address: number;
	readonly size: number;
}

/** Offsets within an ELF file; reading behind its end throws a RangeError. */
class Elf {
	readonly #readAt: ReadAt;
	readonly #isWide: boolean;
	readonly #isLittle: boolean;

	constructor(readAt: ReadAt, isWide: boolean, isLittle: boolean) {
		this.#readAt = readAt;
		this.#isWide = isWide;
		this.#isLittle = isLittle;
	}

	half(at: number): number {
		return this.#readAt(at, 2).getUint16(0, this.#isLittle);
	}

	needs(): Pick<ElfFacts, 'loader' | 'glibc'> {
		const segments = this.#segments();
		const interpreter = segments.find(({type}) => type === SEGMENT.interpreter);
		const glibc = this.#versions(segments)
			.flatMap(version => /^GLIBC_(\d+(?:\.\d+)+)$/.exec(version)?.[1] ?? [])
			.toSorted(compareVersions)
			.at(-1);
		return {
			...(interpreter && {loader: this.#text(interpreter.offset)}),
			...(glibc !== undefined && {glibc}),
		};
	}

	#segments(): readonly Segment[] {
		const [table, size, count] = this.#isWide
			? [this.#long(32), this.half(54), this.half(56)]
			: [this.#word(28), this.half(42), this.half(44)];
		return Array.from({length: Math.min(count, MOST)}, (_, index) => {
			const at = table + index * size;
			return this.#isWide
				? {type: this.#word(at), offset: this.#long(at + 8), address: this.#long(at + 16), size: this.#long(at + 32)}
				: {type: this.#word(at), offset: this.#word(at + 4), address: this.#word(at + 8), size: this.#word(at + 16)};
		});
	}

	/** Names of the versions of libraries that symbols are asked for in. */
	#versions(segments: readonly Segment[]): readonly string[] {
		const dynamic = this.#dynamic(segments);
		const offsetOf = (tag: number): number | undefined => {
			const address = dynamic.get(tag);
			const load = segments.find(
				segment =>
					segment.type === SEGMENT.load &&
					address !== undefined &&
					address >= segment.address &&
					address < segment.address + segment.size,
			);
			return load && address !== undefined ? address - load.address + load.offset : undefined;
		};
		const [needed, strings] = [offsetOf(TAG.needed), offsetOf(TAG.strings)];
		return needed === undefined || strings === undefined
			? []
			: this.#neededVersions(needed, strings, dynamic.get(TAG.neededCount) ?? 0);
	}

	#neededVersions(needed: number, strings: number, count: number): readonly string[] {
		const versions: string[] = [];
		let library = needed;
		for (let index = 0; index < Math.min(count, MOST); index++) {
			let entry = library + this.#word(library + 8);
			for (let left = Math.min(this.half(library + 2), MOST); left > 0; left--) {
				versions.push(this.#text(strings + this.#word(entry + 8)));
				entry += this.#word(entry + 12);
			}

			library += this.#word(library + 12);
		}

		return versions;
	}

	#dynamic(segments: readonly Segment[]): ReadonlyMap<number, number> {
		const found = segments.find(({type}) => type === SEGMENT.dynamic);
		const values = new Map<number, number>();
		const size = this.#isWide ? 16 : 8;
		for (let index = 0; found && index < Math.min(found.size / size, MOST); index++) {
			const at = found.offset + index * size;
			const [tag, value] = this.#isWide ? [this.#long(at), this.#long(at + 8)] : [this.#word(at), this.#word(at + 4)];
			if (tag === TAG.end) {
				break;
			}

			values.set(tag, value);
		}

		return values;
	}

	#text(at: number): string {
		const bytes: number[] = [];
		for (let position = at; bytes.length < MOST; position++) {
			const byte = this.#readAt(position, 1).getUint8(0);
			if (byte === 0) {
				break;
			}

			bytes.push(byte);
		}

		return Buffer.from(bytes).toString('latin1');
	}

	#word(at: number): number {
		return this.#readAt(at, 4).getUint32(0, this.#isLittle);
	}

	#long(at: number): number {
		return Number(this.#readAt(at, 8).getBigUint64(0, this.#isLittle));
	}
}
