/** Which column of the star is which field of the topics' records. */
package io.journeystream.serve.bi.star;
