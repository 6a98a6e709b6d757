import type {AlgorithmIdentifier} from '../certificate/algorithm-identifier.ts';
import {readAlgorithmIdentifier} from '../certificate/algorithm-identifier.ts';
import {attemptDer, contextTag, DerFields} from '../der/der.ts';

const SHA1 = '1.3.14.3.2.26';

/**
 * The object identifier of the hash that RSASSA-PSS parameters name, SHA-1 where they leave it out
 * (RFC 4055, section 3.1); undefined when they cannot be read.
 */
export function pssHashOid({parameters}: AlgorithmIdentifier): string | undefined {
	if (!parameters) {
		return SHA1;
	}

	const hash = attemptDer(() => {
		const wrapper = new DerFields(parameters).optional(contextTag(0, 'constructed'), 'The hash');
		return wrapper ? readAlgorithmIdentifier(new DerFields(wrapper).next('The hash'), 'The hash').oid : SHA1;
	});
	return hash.ok ? hash.value : undefined;
}
