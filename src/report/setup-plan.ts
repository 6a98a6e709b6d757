import type {Change} from '../setup/change.ts';
import type {DestroyPlan, PlannedUndo} from '../setup/destroy.ts';
import type {Plan} from '../setup/planner.ts';

const SYMBOLS = {create: '+', update: '~', delete: '-'} as const;
const UNDO_SYMBOLS = {delete: '-', restore: '~', keep: '=', gone: '='} as const;

/** A plan as people read it: every change with its details and files, every call in order, and counts. */
export function planText(plan: Plan): string {
	const {setup, accountId, region, changes, unchanged, warnings} = plan;
	const calls = changes.flatMap(change => change.calls);
	return [
		accountId === undefined
			? `Plan for the set-up ${setup}:`
			: `Plan for the set-up ${setup} in account ${accountId}, region ${region}:`,
		'',
		...unchanged.map(({kind, name, note}) => `  = ${kind} ${name}: ${note}`),
		...changes.flatMap(changeLines),
		...(calls.length === 0 ? [] : ['', 'Calls to AWS, in order:', ...calls.map((call, at) => `  ${at + 1}. ${call}`)]),
		...(warnings.length === 0 ? [] : ['', ...warnings.map(warning => `  ! ${warning}`)]),
		'',
		countsLine(changes),
		'',
	].join('\n');
}

/** How many changes there are of each sort. */
export function countsOf(changes: readonly Change[]) {
	const count = (action: Change['action']) => changes.filter(change => change.action === action).length;
	return {create: count('create'), update: count('update'), delete: count('delete')};
}

function countsLine(changes: readonly Change[]): string {
	const {create, update, delete: remove} = countsOf(changes);
	return changes.length === 0 ? 'Nothing to change.' : `${create} to create, ${update} to update, ${remove} to delete.`;
}

function changeLines({kind, name, action, details, files}: Change): readonly string[] {
	return [
		`  ${SYMBOLS[action]} ${kind} ${name}`,
		...details.flatMap(detailLines).map(line => `      ${line}`),
		...files.map(({path, mode}) => `      file ${path} (${mode.toString(8).padStart(4, '0')})`),
	];
}

/** A policy is laid out, and an update of one shows what goes and what comes; all else is one line. */
function detailLines({what, before, after}: Change['details'][number]): readonly string[] {
	const [old, wanted] = [before, after].map(layOut);
	if (!wanted) {
		return [`${what}: ${before === undefined ? '' : `${before} -> `}${after}`];
	}

	return [`${what}:`, ...(old ? difference(old, wanted) : wanted.map(line => `  ${line}`))];
}

/** The lines of a JSON object; undefined for every other text. */
function layOut(text: string | undefined): readonly string[] | undefined {
	try {
		return text?.startsWith('{') ? JSON.stringify(JSON.parse(text), null, 2).split('\n') : undefined;
	} catch {
		return undefined;
	}
}

/** Both texts as one: what stands only in the old marked `-`, only in the new `+`. */
function difference(old: readonly string[], wanted: readonly string[]): readonly string[] {
	const shorter = Math.min(old.length, wanted.length);
	let head = 0;
	while (head < shorter && old[head] === wanted[head]) {
		head++;
	}

	let tail = 0;
	while (tail < shorter - head && old.at(-1 - tail) === wanted.at(-1 - tail)) {
		tail++;
	}

	return [
		...wanted.slice(0, head).map(line => `  ${line}`),
		...old.slice(head, old.length - tail).map(line => `- ${line}`),
		...wanted.slice(head, wanted.length - tail).map(line => `+ ${line}`),
		...wanted.slice(wanted.length - tail).map(line => `  ${line}`),
	];
}

/** A plan as the `--json` envelope carries it. */
export function planJson({setup, accountId, region, changes, unchanged, warnings}: Plan) {
	return {
		setup,
		accountId: accountId ?? null,
		region: region ?? null,
		changes: changes.map(({kind, name, action, details, calls, files}) => ({
			kind,
			name,
			action,
			details: details.map(({what, before, after}) => ({what, before: before ?? null, after})),
			calls,
			files: files.map(({path, mode}) => ({path, mode: mode.toString(8).padStart(4, '0')})),
		})),
		unchanged: unchanged.map(({kind, name, note}) => ({kind, name, note})),
		warnings,
		counts: countsOf(changes),
	};
}

/** What undoing a set-up is going to do, as people read it. */
export function destroyText({setup, undos}: DestroyPlan): string {
	const calls = undos.flatMap(undo => undo.calls);
	const counts = destroyCounts(undos);
	return [
		`Undoing the set-up ${setup}:`,
		'',
		...undos.map(({kind, name, action, note}) => `  ${UNDO_SYMBOLS[action]} ${kind} ${name}${endOf(action, note)}`),
		...(calls.length === 0 ? [] : ['', 'Calls to AWS, in order:', ...calls.map((call, at) => `  ${at + 1}. ${call}`)]),
		'',
		counts.delete + counts.restore === 0
			? 'Nothing to undo.'
			: `${counts.delete} to delete, ${counts.restore} to restore, ${counts.keep} to keep.`,
		'',
	].join('\n');
}

function endOf(action: PlannedUndo['action'], note: string): string {
	switch (action) {
		case 'keep':
			return ` (kept: ${note})`;
		case 'gone':
			return ` (${note})`;
		case 'restore':
			return ` (restored: ${note})`;
		case 'delete':
			return note === '' ? '' : `: ${note}`;
	}
}

/** How many resources are undone in each way. */
export function destroyCounts(undos: readonly PlannedUndo[]) {
	const count = (action: PlannedUndo['action']) => undos.filter(undo => undo.action === action).length;
	return {delete: count('delete'), restore: count('restore'), keep: count('keep'), gone: count('gone')};
}

/** What undoing a set-up is going to do, as the `--json` envelope carries it. */
export function destroyJson({setup, undos}: DestroyPlan) {
	return {
		setup,
		undos: undos.map(({kind, name, action, note, calls}) => ({kind, name, action, note, calls})),
		counts: destroyCounts(undos),
	};
}
