/** What an erasure has done, and how what is left goes. */
package io.journeystream.serve.erasure;
