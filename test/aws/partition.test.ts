import {describe, expect, test} from 'vitest';
import {partitionOf} from '../../src/aws/partition.ts';
import {FIPS_REGIONS, ROLES_ANYWHERE_REGIONS} from '../../src/aws/region.ts';

describe('the partition of a region', () => {
	test.each([
		['us-east-1', 'aws'],
		['ap-southeast-7', 'aws'],
		['mx-central-1', 'aws'],
		['us-gov-west-1', 'aws-us-gov'],
		['cn-northwest-1', 'aws-cn'],
		['eusc-de-east-1', 'aws-eusc'],
		['us-iso-east-1', 'aws-iso'],
		['us-isob-east-1', 'aws-iso-b'],
		['eu-isoe-west-1', 'aws-iso-e'],
		['us-isof-south-1', 'aws-iso-f'],
		['eu-future-12', 'aws'],
		['moon-base-1', undefined],
		['us-east-1.example.com', undefined],
		['', undefined],
	])('%s is in %s', (region, id) => {
		expect(partitionOf(region)?.id).toBe(id);
	});

	test.each([...ROLES_ANYWHERE_REGIONS, ...FIPS_REGIONS])('%s, known to have the service, is in one', region => {
		expect(partitionOf(region)).toBeDefined();
	});
});
