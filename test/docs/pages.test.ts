import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {findMessages} from '../../src/messages/find-messages.ts';
import {serviceMessages} from '../../src/messages/service.ts';
import policy from '../../templates/policies/administrator.json' with {type: 'json'};

describe('the pages tell', () => {
	test('what every refusal of CreateSession means whose words are known', () => {
		const told = findMessages(rowsOf('docs/guide/credentials.md')).map(({message}) => message.id);
		const refusals = serviceMessages.filter(({stage, isOurs}) => stage !== undefined && !isOurs);
		const general = refusals.flatMap(({refines = []}) => refines);
		expect(refusals.map(({id}) => id).filter(id => !told.includes(id) && !general.includes(id))).toEqual([]);
	});

	test('of all decisions in their index', () => {
		const decisions = readdirSync('docs/adr').filter(name => name !== 'README.md');
		const index = readFileSync('docs/adr/README.md', 'utf8');
		expect([...index.matchAll(/\((\d{4}-[^)]+)\)/g)].map(([, name]) => name)).toEqual(decisions.toSorted());
	});
});

/** Only the rows of tables. */
function rowsOf(page: string): string {
	return readFileSync(page, 'utf8')
		.split('\n')
		.filter(line => line.startsWith('|'))
		.join('\n');
}

test('docs/architecture.md has the layers that are tested', () => {
	const rows = [...rowsOf('docs/architecture.md').matchAll(/^\| `src\/([\w-]+)` \|.*\| ([^|]*) \|$/gm)].map(
		([, layer = '', may = '']) => [layer, [...may.matchAll(/`([^`]+)`/g)].map(([, name]) => name).toSorted()],
	);
	const [, declared = ''] =
		/const LAYERS[^{]*(\{[\s\S]*?^\});/m.exec(readFileSync('test/architecture.test.ts', 'utf8')) ?? [];
	const layers = [...declared.matchAll(/^\t'?([\w-]+)'?: \[([^\]]*)\],$/gm)].map(([, layer, may = '']) => [
		layer,
		[...may.matchAll(/'([^']+)'/g)].map(([, name]) => name).toSorted(),
	]);
	expect(rows.length).toBeGreaterThan(10);
	expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(layers));
});

describe('the policy for administrators', () => {
	const allowed = policy.Statement.flatMap(({Action}) => Action);

	test('allows every call of IAM that there is code for', () => {
		const called = [...readFileSync('src/aws/iam.ts', 'utf8').matchAll(/\bcall\('(\w+)'/g)].map(
			([, name]) => `iam:${name}`,
		);
		expect(called).toContain('iam:CreateRole');
		expect(called.filter(name => !allowed.includes(name))).toEqual([]);
	});

	test('allows every call that plans announce', () => {
		const called = readdirSync('src/setup', {recursive: true, encoding: 'utf8'})
			.filter(name => name.endsWith('.ts'))
			.flatMap(name =>
				[...readFileSync(`src/setup/${name}`, 'utf8').matchAll(/'((?:iam|rolesanywhere):\w+)'/g)].map(
					([, call = '']) => call,
				),
			);
		expect(called).toContain('rolesanywhere:CreateTrustAnchor');
		expect(called.filter(name => !allowed.includes(name))).toEqual([]);
	});

	test('allows passing roles to Roles Anywhere and to nothing else', () => {
		const passing = policy.Statement.filter(({Action}) => [Action].flat().includes('iam:PassRole'));
		expect(passing).toMatchObject([
			{Condition: {StringEquals: {'iam:PassedToService': 'rolesanywhere.amazonaws.com'}}},
		]);
	});
});
