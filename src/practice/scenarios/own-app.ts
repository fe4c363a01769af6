import { inFile, type Scenario } from '../scenario.ts';
import { scenario as ownAuthenticator } from './own-authenticator.json';

/** Done with a real app on a real phone. */
export const ownApp: readonly Scenario[] = [inFile(ownAuthenticator)];
