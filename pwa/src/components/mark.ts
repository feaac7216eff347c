/** The brand's mark, written by scripts/icons.py from public/icons: change the drawings there. */

/** Both are shapes for viewBox 0 0 512 512 in the current colour; they run over its edges, so clip them. */
export const MARK_BOX = "0 0 512 512";

/** Three walkers on one rope, from 48 pixels up. */
export const MARK =
  '<path d="M-90 436C-60 435 -30 432 0 428C80 416 150 388 212 344S318 252 404 204L446 224C470 236 490 256 512 268S570 296 602 304V346C570 338 540 326 512 310C490 298 470 278 418 253Q404 245 390 255C318 294 272 342 212 386C150 430 80 458 0 470C-30 474 -60 477 -90 478ZM-90 492C-60 491 -30 488 0 484C80 472 150 444 212 400S318 308 390 269Q404 259 418 267C470 292 490 312 512 324S570 352 602 360V404C570 396 540 384 512 368C490 356 470 336 424 314Q404 302 384 316C318 352 272 400 212 444C150 488 80 516 0 528C-30 532 -60 535 -90 536ZM-90 550C-60 549 -30 546 0 542C80 530 150 502 212 458S318 366 384 330Q404 316 424 328C470 350 490 370 512 382S570 410 602 418V660H-90Z"/><g fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round"><path stroke-width="19" d="M80 406L106 351L126 389M202 347L228 283L248 312M316 258L342 194L362 225"/><path stroke-width="32" d="M108 345L119 309M230 277L241 241M344 188L355 152"/><path stroke-width="9" d="M110 335Q183 347 232 267Q301 269 346 178"/></g><circle cx="131" cy="275" r="17"/><circle cx="253" cy="207" r="17"/><circle cx="367" cy="118" r="17"/>';

/** Three points on one rope, below 48 pixels. */
export const MARK_SMALL =
  '<path d="M-90 452C-60 451 -30 448 0 444C80 432 150 404 212 360S318 268 404 220L446 240C470 252 490 272 512 284S570 312 602 320V660H-90Z"/><path fill="none" stroke="currentColor" stroke-width="24" stroke-linecap="round" d="M96 318Q172 350 224 238Q312 262 366 108"/><circle cx="96" cy="318" r="40"/><circle cx="224" cy="238" r="40"/><circle cx="366" cy="108" r="40"/>';
