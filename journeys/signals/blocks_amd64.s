#include "textflag.h"

// Both walk through blocks of 64 bytes with two registers of 32, compare each byte, and gather the
// highest bits of all bytes into one word. DI: where the words go, SI: the text, CX: how many blocks.

// FOUR puts four times the same byte, which is given as a number, into all of a register.
#define FOUR(number, x, y) MOVL $number, AX; VMOVD AX, x; VPBROADCASTD x, y

// func markBlocks(marks *uint64, text *byte, blocks int, comma byte)
TEXT ·markBlocks(SB), NOSPLIT, $0-25
	MOVQ marks+0(FP), DI
	MOVQ text+8(FP), SI
	MOVQ blocks+16(FP), CX
	VPBROADCASTB comma+24(FP), Y0
	FOUR(0x0A0A0A0A, X1, Y1)
	FOUR(0x0D0D0D0D, X2, Y2)

mark:
	VMOVDQU   (SI), Y3
	VMOVDQU   32(SI), Y4
	VPCMPEQB  Y0, Y3, Y5
	VPCMPEQB  Y1, Y3, Y6
	VPCMPEQB  Y2, Y3, Y3
	VPOR      Y5, Y6, Y5
	VPOR      Y5, Y3, Y5
	VPMOVMSKB Y5, AX
	VPCMPEQB  Y0, Y4, Y5
	VPCMPEQB  Y1, Y4, Y6
	VPCMPEQB  Y2, Y4, Y4
	VPOR      Y5, Y6, Y5
	VPOR      Y5, Y4, Y5
	VPMOVMSKB Y5, DX
	SHLQ      $32, DX
	ORQ       DX, AX
	MOVQ      AX, (DI)
	ADDQ      $64, SI
	ADDQ      $8, DI
	DECQ      CX
	JNZ       mark
	VZEROUPPER
	RET

// LETTERS marks in the register to, a general one, what in y is a letter (with the case bit 'a' up to
// 25 further) or a digit ('0' up to 9 further).
#define LETTERS(y, to) \
	VPOR      Y0, y, Y6 ; \
	VPSUBB    Y1, Y6, Y6; \
	VPMINUB   Y2, Y6, Y7; \
	VPCMPEQB  Y6, Y7, Y6; \
	VPSUBB    Y3, y, y  ; \
	VPMINUB   Y4, y, Y7 ; \
	VPCMPEQB  y, Y7, y  ; \
	VPOR      Y6, y, y  ; \
	VPMOVMSKB y, to

// func letterBlocks(marks *uint64, text *byte, blocks int)
TEXT ·letterBlocks(SB), NOSPLIT, $0-24
	MOVQ marks+0(FP), DI
	MOVQ text+8(FP), SI
	MOVQ blocks+16(FP), CX
	FOUR(0x20202020, X0, Y0)
	FOUR(0x61616161, X1, Y1)
	FOUR(0x19191919, X2, Y2)
	FOUR(0x30303030, X3, Y3)
	FOUR(0x09090909, X4, Y4)

letter:
	VMOVDQU (SI), Y5
	LETTERS(Y5, AX)
	VMOVDQU 32(SI), Y5
	LETTERS(Y5, DX)
	SHLQ    $32, DX
	ORQ     DX, AX
	MOVQ    AX, (DI)
	ADDQ    $64, SI
	ADDQ    $8, DI
	DECQ    CX
	JNZ     letter
	VZEROUPPER
	RET
