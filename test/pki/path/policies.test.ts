import {describe, expect, test} from 'vitest';
import {factsOf} from '../../../src/pki/path/certificate-facts.ts';
import {policyProblem} from '../../../src/pki/path/policy-graph.ts';
import type {ValidatePathInput} from '../../../src/rules/validate-path.ts';
import {askUs} from '../../support/comparison.ts';
import {extension, inhibitAnyPolicy, policies, policyConstraints, policyMappings} from '../../support/hierarchy.ts';
import {hostCertificate, issuerCertificate, pathNames, refusals} from '../../support/path-question.ts';
import {policyTreeHolds} from '../../support/policy-tree.ts';
import {HierarchyMaker} from '../../support/random-hierarchy.ts';

const [one, two, three, any] = [
	'1.3.6.1.4.1.55555.1',
	'1.3.6.1.4.1.55555.2',
	'1.3.6.1.4.1.55555.3',
	'2.5.29.32.0',
] as const;

/** Root, CA, sub CA and host with these extensions; `asked` is what is demanded. */
function judge(
	ca: readonly Uint8Array[],
	sub: readonly Uint8Array[],
	host: readonly Uint8Array[],
	asked: NonNullable<ValidatePathInput['policies']>,
	isSelfIssued = false,
): string {
	const found = refusals({
		intermediates: [
			issuerCertificate('ca', 'root', {more: ca}),
			issuerCertificate('sub', 'ca', {more: sub, ...(isSelfIssued && {subject: pathNames.ca})}),
		],
		certificate: hostCertificate('sub', {more: host, ...(isSelfIssued && {issuer: pathNames.ca})}),
		policies: asked,
	});
	return found.length === 0 ? 'accepted' : found.join();
}

const NO = 'path-policy';
const OK = 'accepted';
const explicit = {requireExplicit: true};
const has = (...oids: readonly string[]) => [policies(oids)];

describe('RFC 5280, sections 6.1.3 (d) to (f) and 6.1.5', () => {
	test.each<
		[string, readonly Uint8Array[], readonly Uint8Array[], readonly Uint8Array[], ValidatePathInput['policies'], string]
	>([
		['nothing is asked and there is nothing', [], [], [], {}, OK],
		['a policy is asked for but not required', [], [], [], {initial: [one]}, OK],
		['an explicit policy and none', [], [], [], explicit, NO],
		['an explicit policy all the way', has(one), has(one), has(one), explicit, OK],
		['an explicit policy that one lacks', has(one), [], has(one), explicit, NO],
		['different policies', has(one), has(two), has(one), explicit, NO],
		['several with one in common', has(one, two), has(two, three), has(two), explicit, OK],
		['the one in common is not asked for', has(one, two), has(two, three), has(two), {...explicit, initial: [one]}, NO],
		[
			'the one in common is asked for',
			has(one, two),
			has(two, three),
			has(two),
			{...explicit, initial: [one, two]},
			OK,
		],
		['anyPolicy in the middle', has(one), has(any), has(one), {...explicit, initial: [one]}, OK],
		['anyPolicy everywhere', has(any), has(any), has(any), {...explicit, initial: [one]}, OK],
		['anyPolicy inhibited by the asker', has(any), has(any), has(one), {...explicit, inhibitAny: true}, NO],
		['a constraint demands a policy at once', [...has(one), policyConstraints({explicit: 0})], has(one), [], {}, NO],
		['a constraint demands a policy further below', [policyConstraints({explicit: 3})], [], [], {}, OK],
		[
			'a constraint that the path does keep',
			[...has(one), policyConstraints({explicit: 0})],
			has(one),
			has(one),
			{},
			OK,
		],
		['the host demands a policy', [], [], [policyConstraints({explicit: 0})], {}, NO],
		['anyPolicy inhibited from below the CA', [...has(one), inhibitAnyPolicy(0)], has(any), has(one), explicit, NO],
		['anyPolicy inhibited further below', [...has(one), inhibitAnyPolicy(1)], has(any), has(one), explicit, OK],
	])('%s', (_title, ca, sub, host, asked, expected) => {
		expect(judge(ca, sub, host, asked ?? {})).toBe(expected);
	});

	test('a self-issued intermediate may use anyPolicy although it is inhibited, and does not count', () => {
		const ca = [...has(one), inhibitAnyPolicy(0)];
		expect(judge(ca, has(any), has(one), explicit, true)).toBe(OK);
		expect(judge([...has(one), policyConstraints({explicit: 2})], [], has(one), {}, true)).toBe(OK);
		expect(judge([...has(one), policyConstraints({explicit: 2})], [], has(one), {})).toBe(NO);
	});
});

describe('RFC 5280, section 6.1.4 (a) to (j): mapping', () => {
	const maps = (...pairs: readonly (readonly [string, string])[]) => [policyMappings(pairs)];

	test.each<
		[string, readonly Uint8Array[], readonly Uint8Array[], readonly Uint8Array[], ValidatePathInput['policies'], string]
	>([
		['one becomes two', [...has(one), ...maps([one, two])], has(two), has(two), {...explicit, initial: [one]}, OK],
		[
			'what it became is not what is asked for',
			[...has(one), ...maps([one, two])],
			has(two),
			has(two),
			{...explicit, initial: [two]},
			NO,
		],
		['the old name no longer counts', [...has(one), ...maps([one, two])], has(one), has(one), explicit, NO],
		[
			'one becomes two and three',
			[...has(one), ...maps([one, two], [one, three])],
			has(three),
			has(three),
			{...explicit, initial: [one]},
			OK,
		],
		[
			'a chain of mappings',
			[...has(one), ...maps([one, two])],
			[...has(two), ...maps([two, three])],
			has(three),
			{...explicit, initial: [one]},
			OK,
		],
		[
			'anyPolicy mapped from',
			[...has(any), ...maps([one, two])],
			has(two),
			has(two),
			{...explicit, initial: [one]},
			OK,
		],
		[
			'mapping inhibited by the asker',
			[...has(one), ...maps([one, two])],
			has(two),
			has(two),
			{...explicit, inhibitMapping: true},
			NO,
		],
		[
			'mapping inhibited by a constraint',
			[...has(one), policyConstraints({mapping: 0})],
			[...has(one), ...maps([one, two])],
			has(two),
			explicit,
			NO,
		],
		[
			'mapping inhibited further below',
			[...has(one), policyConstraints({mapping: 1})],
			[...has(one), ...maps([one, two])],
			has(two),
			explicit,
			OK,
		],
		['a mapping of anyPolicy', [...has(one), ...maps([any, two])], has(two), has(two), {}, NO],
		['a mapping to anyPolicy', [...has(one), ...maps([one, any])], has(one), has(one), {}, NO],
	])('%s', (_title, ca, sub, host, asked, expected) => {
		expect(judge(ca, sub, host, asked ?? {})).toBe(expected);
	});
});

test.each([
	['policyConstraints', '2.5.29.36', Uint8Array.of(0x30, 0)],
	['certificatePolicies', '2.5.29.32', Uint8Array.of(0x30, 0)],
	['policyMappings', '2.5.29.33', Uint8Array.of(0x30, 0)],
	['inhibitAnyPolicy', '2.5.29.54', Uint8Array.of(2, 1, 0xff)],
])('%s without sound content make a certificate unsound', (_name, oid, value) => {
	expect(judge([extension(oid, true, value)], [], [], {})).toBe('path-sound');
});

describe('the graph of policies', () => {
	test('gives the verdict of the tree that RFC 5280 spells out', () => {
		const maker = new HierarchyMaker(5280);
		const verdicts = Array.from({length: 600}, () => maker.make())
			.filter(hierarchy => hierarchy.features.includes('policies'))
			.flatMap(hierarchy => {
				const {answer} = askUs(hierarchy, 'section-6');
				const paths = [(answer?.path ?? []).map(factsOf), ...(answer?.attempt.failedPaths ?? []).map(({path}) => path)];
				const inputs = {initial: hierarchy.policies, requireExplicit: hierarchy.policies.length > 0};
				return paths
					.map(path => path.slice(0, -1).toReversed())
					.map(path => ({
						byGraph: policyProblem(path, inputs) === undefined,
						byTree: policyTreeHolds(path, inputs),
					}));
			});
		expect(verdicts.map(({byGraph}) => byGraph)).toEqual(verdicts.map(({byTree}) => byTree));
		expect(new Set(verdicts.map(({byTree}) => byTree)).size).toBe(2);
	});
});
