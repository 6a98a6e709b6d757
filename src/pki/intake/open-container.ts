import {printable} from '../../printable.ts';
import {problem, type Result} from '../../result.ts';
import type {OpeningProblem} from '../pkcs12/rounds.ts';
import {takeInAt} from './intake.ts';
import type {Intake, Item} from './item.ts';
import {type Place, within} from './place.ts';
import {itemsOfDer} from './take-der.ts';
import {takeStrings} from './take-text.ts';

/**
 * Opens what `takeIn` leaves closed: PKCS#12, whose parts a passphrase protects, and Secrets whose YAML needs a whole
 * reader. Never throws; a passphrase may take some seconds.
 *
 * @param passphrase - Undefined is tried as the empty one, which some programs write.
 */
export async function openContainer(item: Item, passphrase?: string): Promise<Result<readonly Item[], OpeningProblem>> {
	const place: Place = {
		source: item.source,
		offset: item.offset,
		scale: 0,
		...(item.line !== undefined && {line: item.line}),
		isPlain: false,
	};
	switch (item.kind) {
		case 'pkcs12':
			return openPkcs12(item, place, passphrase);
		case 'kubernetes-secret':
			return openSecret(item, place);
		default:
			return problem({kind: 'unsupported', message: 'It is not a container that can be opened.'});
	}
}

/** An intake with everything opened that opens; what does not says why in its notes. */
export async function openContainers(intake: Intake, passphrase?: string): Promise<Intake> {
	const items: Item[] = [];
	for (const item of intake.items) {
		if (item.kind !== 'pkcs12' && item.kind !== 'kubernetes-secret') {
			items.push(item);
			continue;
		}

		const opened = await openContainer(item, passphrase);
		if (opened.ok) {
			const notes = item.notes.filter(({kind}) => kind !== 'unopened');
			items.push(...(item.kind === 'pkcs12' ? [{...item, notes}] : []), ...opened.value);
		} else {
			const {message, kind} = opened.problem;
			const command = kind === 'unsupported' && item.kind === 'pkcs12' ? {command: LEGACY_COMMAND} : {};
			items.push({...item, notes: [...item.notes, {kind: 'unopened', message, ...command}]});
		}
	}

	return {...intake, items};
}

/** OpenSSL reads the ciphers of the last century only when told to. */
const LEGACY_COMMAND = 'openssl pkcs12 -legacy -in FILE -out FILE.pem';

async function openPkcs12(
	item: Item,
	place: Place,
	passphrase: string | undefined,
): Promise<Result<readonly Item[], OpeningProblem>> {
	const {readPkcs12} = await import('../pkcs12/pkcs12.ts');
	const bags = await readPkcs12(item.der, passphrase);
	if (!bags.ok) {
		return bags;
	}

	return {
		ok: true,
		value: bags.value.flatMap(({der, name}, index) => {
			const bag = name === undefined ? `PKCS#12 bag ${index + 1}` : `PKCS#12 bag ${index + 1} (${shown(name)})`;
			const inside = within(place, bag);
			return inside ? itemsOfDer({bytes: der, offset: 0, isPlain: false, notes: []}, inside) : [];
		}),
	};
}

function shown(name: string): string {
	return printable(name.slice(0, 64));
}

async function openSecret(item: Item, place: Place): Promise<Result<readonly Item[], OpeningProblem>> {
	const {readYaml} = await import('./read-yaml.ts');
	const documents = readYaml(Buffer.from(item.der).toString('utf8'));
	return documents
		? {ok: true, value: takeStrings(documents, place, takeInAt)}
		: problem({kind: 'damaged', message: 'It is not YAML that can be read.'});
}
