/** Which rows of the star come of which record, and what definitions say of types and channels. */
package io.journeystream.serve.bi.feeds;
