import type {GatherOptions, Surroundings} from '../gather/surroundings.ts';

/** What mending may use of the world; the surroundings of gathering will do. */
export interface MendMeans
	extends Pick<
		Surroundings,
		| 'env'
		| 'platform'
		| 'workingDirectory'
		| 'program'
		| 'userHome'
		| 'stateDirectory'
		| 'now'
		| 'randomBytes'
		| 'signal'
		| 'administer'
	> {
	readonly options: Pick<GatherOptions, 'adminProfile' | 'passphrase'>;
}
