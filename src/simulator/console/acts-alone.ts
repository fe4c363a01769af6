/** The console's acts without its pages: for a World that an operator acts on from elsewhere. */
import './operations.ts';
