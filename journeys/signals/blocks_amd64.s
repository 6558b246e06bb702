#include "textflag.h"

// Both walk through blocks of 64 bytes with registers of 32, compare each byte, and gather the highest
// bits of all bytes into one word; of one of the words the places of the bits are listed.
// SI: the text, CX: how many blocks, R11: place of the block, R12: where the next place of the list goes.

// FOUR puts four times the same byte, which is given as a number, into all of a register.
#define FOUR(number, x, y) MOVL $number, AX; VMOVD AX, x; VPBROADCASTD x, y

// PLACE writes the place of the lowest bit of AX, and takes that bit away; of no bits it writes anything.
#define PLACE(to) TZCNTQ AX, R8; ADDL R11, R8; MOVL R8, to; BLSRQ AX, AX

// MARK looks at 32 bytes: which are the separator, LF or CR (ends), which are a quote, which are above 127.
#define MARK(from, ends, quotes, highs) \
	VMOVDQU   from, Y4      ; \
	VPCMPEQB  Y0, Y4, Y5    ; \
	VPCMPEQB  Y1, Y4, Y6    ; \
	VPCMPEQB  Y2, Y4, Y7    ; \
	VPOR      Y5, Y6, Y5    ; \
	VPOR      Y5, Y7, Y5    ; \
	VPMOVMSKB Y5, ends      ; \
	VPCMPEQB  Y3, Y4, Y6    ; \
	VPMOVMSKB Y6, quotes    ; \
	VPMOVMSKB Y4, highs

// func markBlocks(marks *blockMarks, ends *uint32, text *byte, blocks, first int, comma byte) (n int)
TEXT ·markBlocks(SB), NOSPLIT, $0-56
	MOVQ marks+0(FP), DI
	MOVQ ends+8(FP), R12
	MOVQ text+16(FP), SI
	MOVQ blocks+24(FP), CX
	MOVQ first+32(FP), R11
	VPBROADCASTB comma+40(FP), Y0
	FOUR(0x0A0A0A0A, X1, Y1)
	FOUR(0x0D0D0D0D, X2, Y2)
	FOUR(0x22222222, X3, Y3)

mark:
	MARK((SI), R8, R9, R10)
	MARK(32(SI), AX, BX, DX)
	SHLQ $32, AX
	SHLQ $32, BX
	SHLQ $32, DX
	ORQ  R8, AX
	ORQ  R9, BX
	ORQ  R10, DX
	MOVQ BX, (DI)
	MOVQ DX, 8(DI)
	POPCNTQ AX, R13
	MOVQ R12, R14

ends: // six at a time, because a loop less is worth more than a few places for nothing
	PLACE((R14))
	PLACE(4(R14))
	PLACE(8(R14))
	PLACE(12(R14))
	PLACE(16(R14))
	PLACE(20(R14))
	ADDQ  $24, R14
	TESTQ AX, AX
	JNZ   ends
	LEAQ  (R12)(R13*4), R12
	ADDQ  $64, R11
	ADDQ  $64, SI
	ADDQ  $16, DI
	DECQ  CX
	JNZ   mark
	SUBQ  ends+8(FP), R12
	SHRQ  $2, R12
	MOVQ  R12, n+48(FP)
	VZEROUPPER
	RET

// NARROW leaves those heaps in Y11 that have the lowest four bits of 32 bytes at a next position: one table of
// sixteen tells that of sixteen bytes at once, and nothing of a byte above 127.
#define NARROW(from, table) VPSHUFB from, table, Y14; VPAND Y14, Y11, Y11

// WIDE does so by the lowest five bits, of which the fifth one chooses from two tables.
#define WIDE(from, first, second) \
	VMOVDQU   from, Y12           ; \
	VPSLLW    $3, Y12, Y13        ; \
	VPSHUFB   Y12, first, Y14     ; \
	VPSHUFB   Y12, second, Y15    ; \
	VPBLENDVB Y13, Y15, Y14, Y14  ; \
	VPAND     Y14, Y11, Y11

// BEGIN looks at 32 places: where the six bytes have no heap in common (none), and where no letter
// or digit stands (gaps): what the tables of low and high halves of a byte have in common tells that.
#define BEGIN(at, none, gaps) \
	VMOVDQU   at(SI), Y12       ; \
	VPSHUFB   Y12, Y0, Y11      ; \
	VPSRLW    $4, Y12, Y13      ; \
	VPAND     Y10, Y13, Y13     ; \
	VPSHUFB   Y12, Y8, Y14      ; \
	VPSHUFB   Y13, Y9, Y15      ; \
	VPAND     Y14, Y15, Y14     ; \
	VPXOR     Y15, Y15, Y15     ; \
	VPCMPEQB  Y14, Y15, Y14     ; \
	VPMOVMSKB Y14, gaps         ; \
	NARROW(at+1(SI), Y1)        ; \
	WIDE(at+2(SI), Y2, Y3)      ; \
	WIDE(at+3(SI), Y4, Y5)      ; \
	NARROW(at+4(SI), Y6)        ; \
	NARROW(at+5(SI), Y7)        ; \
	VPXOR     Y15, Y15, Y15     ; \
	VPCMPEQB  Y11, Y15, Y11     ; \
	VPMOVMSKB Y11, none

// func beginBlocks(places *uint32, text *byte, blocks, first int, tables *beginTables, gap bool) (n int)
TEXT ·beginBlocks(SB), NOSPLIT, $0-56
	MOVQ places+0(FP), R12
	MOVQ text+8(FP), SI
	MOVQ blocks+16(FP), CX
	MOVQ first+24(FP), R11
	MOVQ tables+32(FP), AX
	VBROADCASTI128 (AX), Y0
	VBROADCASTI128 32(AX), Y1
	VBROADCASTI128 64(AX), Y2
	VBROADCASTI128 80(AX), Y3
	VBROADCASTI128 96(AX), Y4
	VBROADCASTI128 112(AX), Y5
	VBROADCASTI128 128(AX), Y6
	VBROADCASTI128 160(AX), Y7
	VBROADCASTI128 192(AX), Y8
	VBROADCASTI128 208(AX), Y9
	FOUR(0x0F0F0F0F, X10, Y10)
	MOVBQZX gap+40(FP), R10 // is there a gap before?

begin:
	BEGIN(0, AX, R9)
	BEGIN(32, DX, BX)
	SHLQ $32, DX
	SHLQ $32, BX
	ORQ  DX, AX
	ORQ  BX, R9
	NOTQ AX
	LEAQ (R10)(R9*2), R10 // the places behind a gap
	ANDQ R10, AX
	MOVQ R9, R10
	SHRQ $63, R10
	POPCNTQ AX, R9
	MOVQ R12, R14

places: // two at a time
	PLACE((R14))
	PLACE(4(R14))
	ADDQ  $8, R14
	TESTQ AX, AX
	JNZ   places
	LEAQ  (R12)(R9*4), R12
	ADDQ  $64, R11
	ADDQ  $64, SI
	DECQ  CX
	JNZ   begin
	SUBQ  places+0(FP), R12
	SHRQ  $2, R12
	MOVQ  R12, n+48(FP)
	VZEROUPPER
	RET
