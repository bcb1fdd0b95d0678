/** The receipt of an erasure as a file, and the search for what may be left. */
package io.journeystream.local.erasure;
