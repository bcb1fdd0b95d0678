/** What an erasure has done, as a receipt, and the search for what may be left of it. */
package io.journeystream.local.erasure;
