/** A separate world of AWS regions, with its own account numbers and host names (fact sheet, EPT-02 and EPT-03). */
export interface Partition {
	/** The second field of its ARNs. */
	readonly id: string;
	/** What the hosts of its endpoints end in. */
	readonly dnsSuffix: string;
	/** The same for endpoints that answer over IPv6 too. */
	readonly dualStackDnsSuffix: string;
	/** Matches the names of its regions, those of tomorrow included. */
	readonly regions: RegExp;
}

const COMMERCIAL: Partition = {
	id: 'aws',
	dnsSuffix: 'amazonaws.com',
	dualStackDnsSuffix: 'api.aws',
	regions: /^(?:us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
};

/** Every partition. No region name matches two, because a name such as `us-gov-west-1` has one part more than COMMERCIAL allows. */
const PARTITIONS: readonly Partition[] = [
	COMMERCIAL,
	{...COMMERCIAL, id: 'aws-us-gov', regions: /^us-gov-\w+-\d+$/},
	{
		id: 'aws-cn',
		dnsSuffix: 'amazonaws.com.cn',
		dualStackDnsSuffix: 'api.amazonwebservices.com.cn',
		regions: /^cn-\w+-\d+$/,
	},
	{
		id: 'aws-eusc',
		dnsSuffix: 'amazonaws.eu',
		dualStackDnsSuffix: 'api.amazonwebservices.eu',
		regions: /^eusc-de-\w+-\d+$/,
	},
	{
		id: 'aws-iso',
		dnsSuffix: 'c2s.ic.gov',
		dualStackDnsSuffix: 'api.aws.ic.gov',
		regions: /^us-iso-\w+-\d+$/,
	},
	{
		id: 'aws-iso-b',
		dnsSuffix: 'sc2s.sgov.gov',
		dualStackDnsSuffix: 'api.aws.scloud',
		regions: /^us-isob-\w+-\d+$/,
	},
	{
		id: 'aws-iso-e',
		dnsSuffix: 'cloud.adc-e.uk',
		dualStackDnsSuffix: 'api.cloud-aws.adc-e.uk',
		regions: /^eu-isoe-\w+-\d+$/,
	},
	{
		id: 'aws-iso-f',
		dnsSuffix: 'csp.hci.ic.gov',
		dualStackDnsSuffix: 'api.aws.hci.ic.gov',
		regions: /^us-isof-\w+-\d+$/,
	},
];

/** The partition that a region belongs to; undefined for a name that is no region of any. */
export function partitionOf(region: string): Partition | undefined {
	return PARTITIONS.find(({regions}) => regions.test(region));
}
