import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {gunzipSync} from 'node:zlib';
import {isRecord} from '../../src/rehearsal/shape.ts';

/** One operation as the AWS CLI knows it. */
export interface ModelOperation {
	readonly name: string;
	readonly method: string;
	readonly path: string;
	readonly status: number;
	readonly input: string;
	readonly output: string;
}

/** The AWS CLI's own description of Roles Anywhere, read where it is installed. */
export interface ServiceModel {
	readonly operations: readonly ModelOperation[];
	/** The members of a structure by name, with the shapes that they have. */
	membersOf(shape: string): ReadonlyMap<string, string>;
	/** Constraints of a shape: type, min, max, pattern, enum, required. */
	constraintsOf(shape: string): Readonly<Record<string, unknown>>;
	/** Every way in which a value is not what a shape describes. */
	faultsOf(shape: string, value: unknown, at?: string): readonly string[];
}

/** The member of profiles that came last; older models would call it a fault. */
const NEWEST = 'acceptRoleSessionName';

/** The model, or undefined (said aloud) where no AWS CLI or botocore is installed for Python. */
export function rolesAnywhereModel(): ServiceModel | undefined {
	const file = findModelFile();
	if (file === undefined) {
		process.stderr.write('\n!! botocore is missing here: its model of Roles Anywhere has NOT judged the rehearsal.\n');
		return undefined;
	}

	const bytes = readFileSync(file);
	const model = toModel(JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')));
	if (!model.membersOf('ProfileDetail').has('attributeMappings') || !model.membersOf('ProfileDetail').has(NEWEST)) {
		process.stderr.write(`\n!! ${file} is older than ${NEWEST}: it has NOT judged the rehearsal.\n`);
		return undefined;
	}

	return model;
}

function findModelFile(): string | undefined {
	const script =
		'import importlib.util as u\nfor n in ("botocore", "awscli"):\n s = u.find_spec(n)\n print(s.submodule_search_locations[0] if s else "")';
	const folders = spawnSync('python3', ['-c', script], {encoding: 'utf8'}).stdout?.split('\n') ?? [];
	return folders
		.filter(folder => folder !== '')
		.flatMap(folder => [folder, path.join(folder, 'botocore')])
		.map(folder => path.join(folder, 'data/rolesanywhere/2018-05-10/service-2.json'))
		.flatMap(name => [name, `${name}.gz`])
		.find(name => existsSync(name));
}

function toModel(raw: unknown): ServiceModel {
	const shapes = object(object(raw)['shapes']);
	const shapeOf = (name: string) => object(shapes[name]);
	const membersOf = (name: string) =>
		new Map(
			Object.entries(object(shapeOf(name)['members'])).map(([member, described]) => [
				member,
				String(object(described)['shape']),
			]),
		);

	function faultsOf(name: string, value: unknown, at = name): readonly string[] {
		const {type, enum: choices, member} = shapeOf(name);
		switch (type) {
			case 'structure': {
				const members = membersOf(name);
				const required = shapeOf(name)['required'];
				return [
					...Object.entries(object(value))
						.filter(([, inner]) => inner !== null)
						.flatMap(([key, inner]) => {
							const inside = members.get(key);
							return inside === undefined ? [`${at} has no member ${key}`] : faultsOf(inside, inner, `${at}.${key}`);
						}),
					...(Array.isArray(required) ? required : [])
						.filter(key => !Object.hasOwn(object(value), key))
						.map(key => `${at} lacks ${key}`),
				];
			}

			case 'list':
				return Array.isArray(value)
					? value.flatMap((item, index) => faultsOf(String(object(member)['shape']), item, `${at}[${index}]`))
					: [`${at} is no list`];
			case 'map':
				return isRecord(value) ? [] : [`${at} is no map`];
			case 'boolean':
			case 'integer':
				return typeof value === (type === 'integer' ? 'number' : type) ? [] : [`${at} is no ${type}`];
			case 'timestamp':
				return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? [] : [`${at} is no timestamp`];
			default:
				return typeof value === 'string' && (!Array.isArray(choices) || choices.includes(value))
					? []
					: [`${at} is no ${type}`];
		}
	}

	return {
		operations: Object.entries(object(object(raw)['operations'])).map(([name, described]) => {
			const {http, input, output} = object(described);
			const {method, requestUri, responseCode = 200} = object(http);
			return {
				name,
				method: String(method),
				path: String(requestUri),
				status: Number(responseCode),
				input: String(object(input)['shape']),
				output: String(object(output)['shape']),
			};
		}),
		membersOf,
		constraintsOf: shapeOf,
		faultsOf,
	};
}

function object(value: unknown): Readonly<Record<string, unknown>> {
	return isRecord(value) ? value : {};
}
