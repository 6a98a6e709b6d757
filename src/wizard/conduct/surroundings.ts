import type {HelperSurroundings} from '../../config-file/find-program.ts';
import type {PassphraseSurroundings} from '../../files/read-passphrase.ts';
import type {Surroundings} from '../../setup/open-access.ts';
import type {PlaceSurroundings} from '../../setup/place.ts';

/** What conducting a set-up needs of the world. */
export type SetupSurroundings = Surroundings & PlaceSurroundings & HelperSurroundings & PassphraseSurroundings;
